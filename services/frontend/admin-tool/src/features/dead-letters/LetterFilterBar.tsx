import { useTranslation } from 'react-i18next';
import { DayRange } from '../operations/DayRange';
import styles from '../operations/operations.module.css';
import { TypedField } from '../operations/TypedField';
import type { LetterFilters } from './queries';

export function LetterFilterBar({ filters, onChange }: { filters: LetterFilters; onChange: (part: LetterFilters) => void }) {
  const { t } = useTranslation('operations');
  return (
    <div className={styles.filters} role="search" aria-label={t('filters')}>
      <TypedField label={t('eventType')} value={filters.type ?? ''} onSettle={type => onChange({ type })} />
      <TypedField label={t('handler')} value={filters.handler ?? ''} onSettle={handler => onChange({ handler })} />
      <TypedField label={t('reason')} value={filters.reason ?? ''} onSettle={reason => onChange({ reason })} />
      <DayRange from={filters.from} to={filters.to} onChange={onChange} />
    </div>
  );
}
