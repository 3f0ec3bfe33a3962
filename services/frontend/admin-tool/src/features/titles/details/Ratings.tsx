import { NumberField, TextField } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft';
import { limits } from './limits';
import { Rows } from './Rows';
import { TerritoryField } from './TerritoryField';
import { replaced, without, type DraftForm } from './useDraft';

/** From which age it is, territory by territory. */
export function Ratings({ form: { draft, change, errorOf }, isInherited }: { form: DraftForm<Draft>; isInherited: boolean }) {
  const { t } = useTranslation('titles');
  const { ratings } = draft;
  const nameOf = (index: number) => t('ratingIn', { territory: ratings[index]?.territory || t('entry', { number: index + 1 }) });
  return (
    <Rows
      title={t('ratings')} explanation={isInherited ? t('inherited') : t('ratingsHint')} count={ratings.length} nameOf={nameOf}
      removeLabel={index => t('removeEntry', { name: nameOf(index) })} addLabel={t('addRating')}
      onAdd={() => change({ ratings: [...ratings, { territory: ratings.length === 0 ? '*' : '', label: '', minimumAge: null }] })}
      onRemove={index => change({ ratings: without(ratings, index) })}
      row={index => {
        const rating = ratings[index];
        if (!rating) return null;
        const place = `ratings[${index}]`;
        const write = (part: Partial<typeof rating>, field: string) => change({ ratings: replaced(ratings, index, part) }, `${place}.${field}`);
        return (
          <>
            <TerritoryField name={`${place}.territory`} value={rating.territory} error={errorOf(`${place}.territory`)} onChange={territory => write({ territory }, 'territory')} />
            <TextField label={t('ratingLabel')} name={`${place}.label`} value={rating.label} error={errorOf(`${place}.label`)} onChange={label => write({ label }, 'label')} placeholder="FSK 12" />
            <NumberField label={t('minimumAge')} name={`${place}.minimumAge`} value={rating.minimumAge} error={errorOf(`${place}.minimumAge`)} minValue={0} maxValue={limits.highestAge}
              onChange={minimumAge => write({ minimumAge }, 'minimumAge')} />
          </>
        );
      }}
    />
  );
}
