import { TextField } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { fromField, ownTimeZone, toField } from '../moments';
import type { Draft } from './draft';
import { Rows } from './Rows';
import { TerritoryField } from './TerritoryField';
import { replaced, without, type DraftForm } from './useDraft';

/** Where and when it may be watched. */
export function Windows({ form: { draft, change, errorOf }, isInherited }: { form: DraftForm<Draft>; isInherited: boolean }) {
  const { t } = useTranslation('titles');
  const { availability } = draft;
  const nameOf = (index: number) => t('windowIn', { territory: availability[index]?.territory || t('entry', { number: index + 1 }) });
  const explanation = `${isInherited ? t('inherited') : t('windowsHint')} ${t('timeZone', { zone: ownTimeZone() })}`;
  return (
    <Rows
      title={t('availability')} explanation={explanation} count={availability.length} nameOf={nameOf} removeLabel={index => t('removeEntry', { name: nameOf(index) })} addLabel={t('addWindow')}
      onAdd={() => change({ availability: [...availability, { territory: availability.length === 0 ? '*' : '', from: availability.length === 0 ? startOfToday() : null, until: null }] })}
      onRemove={index => change({ availability: without(availability, index) })}
      row={index => {
        const window = availability[index];
        if (!window) return null;
        const place = `availability[${index}]`;
        const write = (part: Partial<typeof window>, field: string) => change({ availability: replaced(availability, index, part) }, `${place}.${field}`);
        return (
          <>
            <TerritoryField name={`${place}.territory`} value={window.territory} error={errorOf(`${place}.territory`)} onChange={territory => write({ territory }, 'territory')} />
            <TextField type="datetime-local" label={t('from')} name={`${place}.from`} value={toField(window.from)} error={errorOf(`${place}.from`)} onChange={text => write({ from: fromField(text) }, 'from')} />
            <TextField type="datetime-local" label={t('until')} description={t('untilHint')} name={`${place}.until`} value={toField(window.until)} error={errorOf(`${place}.until`)}
              onChange={text => write({ until: fromField(text) }, 'until')} />
          </>
        );
      }}
    />
  );
}

function startOfToday(): string {
  const today = new Date();
  today.setHours(0, 0, 0, 0);
  return today.toISOString();
}
