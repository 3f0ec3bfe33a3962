import { TextField } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import type { ExternalIdDraft } from './draft';
import { Rows } from './Rows';
import { replaced, without, type DraftForm } from './useDraft';

/** What others call it; of titles and of people. */
export function ExternalIds({ form: { draft, change, errorOf } }: { form: DraftForm<{ externalIds: readonly ExternalIdDraft[] }> }) {
  const { t } = useTranslation('titles');
  const { externalIds } = draft;
  const nameOf = (index: number) => t('externalId', { source: externalIds[index]?.source || t('entry', { number: index + 1 }) });
  return (
    <Rows
      title={t('externalIds')} count={externalIds.length} nameOf={nameOf} removeLabel={index => t('removeEntry', { name: nameOf(index) })} addLabel={t('addExternalId')}
      onAdd={() => change({ externalIds: [...externalIds, { source: '', value: '' }] })} onRemove={index => change({ externalIds: without(externalIds, index) })}
      row={index => {
        const id = externalIds[index];
        if (!id) return null;
        const place = `externalIds[${index}]`;
        const write = (part: Partial<ExternalIdDraft>, field: string) => change({ externalIds: replaced(externalIds, index, part) }, `${place}.${field}`);
        return (
          <>
            <TextField label={t('source')} name={`${place}.source`} value={id.source} error={errorOf(`${place}.source`)} onChange={source => write({ source }, 'source')} placeholder="imdb" autoCapitalize="none" />
            <TextField label={t('value')} name={`${place}.value`} value={id.value} error={errorOf(`${place}.value`)} onChange={value => write({ value }, 'value')} placeholder="tt1254207" />
          </>
        );
      }}
    />
  );
}
