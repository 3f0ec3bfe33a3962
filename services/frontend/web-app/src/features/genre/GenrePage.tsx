import { Page, Select } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { TitleGrid } from '../catalogue/TitleGrid';
import { kinds, readGenreFilter, sorts, titleFilterOf, writeGenreFilter, type GenreKind, type GenreSort } from './filter';
import styles from './GenrePage.module.css';
import { GenreTitles } from './GenreTitles';
import { UnknownGenre } from './UnknownGenre';
import { useIsGenre } from './useIsGenre';

export function Component() {
  const { genre = '' } = useParams();
  const { t } = useTranslation('catalogue');
  const [params, setParams] = useSearchParams();
  const isGenre = useIsGenre(genre);
  const filter = readGenreFilter(params);
  const change = (part: Partial<{ sort: GenreSort; kind: GenreKind }>) => setParams(writeGenreFilter({ ...filter, ...part }), { replace: true });
  const title = t(`genre.${genre}`, { defaultValue: t('search.facet.genre') });
  if (isGenre === false) return <Page key={genre} width="full" title={title}><UnknownGenre /></Page>;
  return (
    <Page key={genre} width="full" title={title}>
      <div className={styles.choices}>
        <Select label={t('genrePage.kind')} options={kinds.map(id => ({ id, label: t(`genrePage.kinds.${id}`) }))} value={filter.kind} onChange={kind => change({ kind })} />
        <Select label={t('genrePage.sort')} options={sorts.map(id => ({ id, label: t(`genrePage.sorts.${id}`) }))} value={filter.sort} onChange={sort => change({ sort })} />
      </div>
      {isGenre
        ? <GenreTitles filter={titleFilterOf(genre, filter)} onReset={() => change({ kind: 'all' })} isNarrowed={filter.kind !== 'all'} />
        : <TitleGrid label={t('genrePage.titles')} waiting={12} />}
    </Page>
  );
}
