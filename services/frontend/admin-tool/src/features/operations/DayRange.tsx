import { DateField } from '@streamix/ui';
import { useTranslation } from 'react-i18next';

interface DayRangeProps {
  from: string | undefined;
  to: string | undefined;
  onChange: (days: { from?: string; to?: string }) => void;
}

/** Both days are within. */
export function DayRange({ from, to, onChange }: DayRangeProps) {
  const { t } = useTranslation('operations');
  return (
    <>
      <DateField label={t('fromDay')} value={day(from)} onChange={value => onChange({ from: value ?? '' })} />
      <DateField label={t('toDay')} value={day(to)} onChange={value => onChange({ to: value ?? '' })} />
    </>
  );
}

/** An address can say anything; only a real day goes into the field. */
function day(text: string | undefined): string | null {
  return text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}
