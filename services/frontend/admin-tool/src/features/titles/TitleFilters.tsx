import { SearchField, Select } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vocabularyQuery } from './catalog';
import { kinds, states } from './kinds';
import { sorts, type TitleSearch } from './search';
import styles from './TitleFilters.module.css';
import { useTyped } from './useTyped';

const any = 'any';

export function TitleFilters({ search, onChange }: { search: TitleSearch; onChange: (part: TitleSearch) => void }) {
  const { t } = useTranslation('titles');
  const [text, setText] = useTyped(search.text ?? '', settled => onChange({ text: settled }));
  const genres = useQuery(vocabularyQuery).data?.genres ?? [];
  const choice = (words: readonly string[], name: (word: string) => string) => [{ id: any, label: t('any') }, ...words.map(id => ({ id, label: name(id) }))];
  const chosen = (id: string) => id === any ? '' : id;

  return (
    <search className={styles.filters}>
      <div className={styles.text}><SearchField label={t('search')} placeholder={t('searchHint')} value={text} onChange={setText} onClear={() => onChange({ text: '' })} /></div>
      <Select label={t('kind')} options={choice(kinds, id => t(`kinds.${id}`))} value={search.kind ?? any} onChange={id => onChange({ kind: chosen(id) })} />
      <Select label={t('state')} options={choice(states, id => t(`states.${id}`))} value={search.state ?? any} onChange={id => onChange({ state: chosen(id) })} />
      <Select label={t('genre')} options={choice(genres, id => t(`genres.${id}`))} value={search.genre ?? any} onChange={id => onChange({ genre: chosen(id) })} />
      <Select label={t('sort')} options={sorts.map(id => ({ id, label: t(`sorts.${id}`) }))} value={sorts.find(id => id === search.sort) ?? 'changed'} onChange={sort => onChange({ sort })} />
    </search>
  );
}
