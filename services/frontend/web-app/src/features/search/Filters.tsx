import { Button, Checkbox, Icon, Select } from '@streamix/ui';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facet } from '../catalogue/model';
import { languageNames } from '../catalogue/names';
import { decadesOf, facetGroups, type FacetGroup } from './facets';
import styles from './Filters.module.css';
import { countFilters, toggle, withoutFilters, type ManyFilter, type SearchState } from './state';

interface Props {
  /** Null until they are counted for the first time: nothing that would move away later is shown. */
  facets: readonly Facet[] | null;
  state: SearchState;
  onChange: (state: SearchState) => void;
}

const anyYear = 'any';

/** Beside the results; on small screens behind a button. */
export function Filters({ facets, state, onChange }: Props) {
  const { t, i18n } = useTranslation('catalogue');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const chosen = countFilters(state);
  const decades = decadesOf(facets ?? [], state.year);
  const count = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const years = [
    { id: anyYear, label: t('search.anyYear') },
    ...decades.map(d => ({ id: String(d.year), label: t('search.counted', { name: t('search.decade', { year: String(d.year) }), count: count(d.count) }) })),
  ];
  return (
    <aside className={styles.filters} aria-label={t('search.filters')}>
      <span className={styles.toggle}>
        <button type="button" className={styles.button} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          <Icon name="filter" size="small" />
          {chosen > 0 ? t('search.filtersChosen', { count: chosen }) : t('search.filters')}
        </button>
      </span>
      <div id={id} className={`${styles.groups} ${isOpen ? styles.open : ''}`}>
        {!facets && <span className={styles.waiting} aria-hidden="true" />}
        {facets && facetGroups(facets, state).map(group => (
          <Group key={group.name} group={group} count={count} onToggle={value => onChange(toggle(state, group.name, value))} />
        ))}
        {facets && decades.length > 0 && (
          <Select label={t('search.year')} options={years} value={state.year === null ? anyYear : String(state.year)} onChange={year => onChange({ ...state, year: year === anyYear ? null : Number(year) })} />
        )}
        {facets && chosen > 0 && <Button variant="quiet" onPress={() => onChange(withoutFilters(state))}>{t('search.clearFilters')}</Button>}
      </div>
    </aside>
  );
}

function Group({ group, count, onToggle }: { group: FacetGroup; count: (value: number) => string; onToggle: (value: string) => void }) {
  const { t } = useTranslation('catalogue');
  const name = useValueNames();
  return (
    <fieldset className={styles.group}>
      <legend>{t(`search.facet.${group.name}`)}</legend>
      {group.values.map(v => (
        <Checkbox key={v.value} value={v.isChosen} onChange={() => onToggle(v.value)}>
          {t('search.counted', { name: name(group.name, v.value), count: count(v.count) })}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function useValueNames() {
  const { t, i18n } = useTranslation('catalogue');
  const language = languageNames(i18n.language);
  return (facet: ManyFilter, value: string) => {
    if (facet === 'language') return language(value);
    return facet === 'rating' ? value : t(`${facet}.${value}`, { defaultValue: value });
  };
}
