import { Page, Select } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { kinds, readGenreFilter, sorts, titleFilterOf, writeGenreFilter, type GenreKind, type GenreSort } from './filter';
import styles from './GenrePage.module.css';
import { GenreTitles } from './GenreTitles';

export function Component() {
  const { genre = '' } = useParams();
  const { t } = useTranslation('catalogue');
  const [params, setParams] = useSearchParams();
  const filter = readGenreFilter(params);
  const change = (part: Partial<{ sort: GenreSort; kind: GenreKind }>) => setParams(writeGenreFilter({ ...filter, ...part }), { replace: true });
  return (
    <Page key={genre} width="full" title={t(`genre.${genre}`, { defaultValue: t('search.facet.genre') })}>
      <div className={styles.choices}>
        <Select label={t('genrePage.kind')} options={kinds.map(id => ({ id, label: t(`genrePage.kinds.${id}`) }))} value={filter.kind} onChange={kind => change({ kind })} />
        <Select label={t('genrePage.sort')} options={sorts.map(id => ({ id, label: t(`genrePage.sorts.${id}`) }))} value={filter.sort} onChange={sort => change({ sort })} />
      </div>
      <GenreTitles filter={titleFilterOf(genre, filter)} onReset={() => change({ kind: 'all' })} isNarrowed={filter.kind !== 'all'} />
    </Page>
  );
}
