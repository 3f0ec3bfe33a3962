import { Button, EmptyState } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './NothingFound.module.css';
import { countFilters, withoutFilters, type SearchState } from './state';

const ideas = ['drama', 'comedy', 'animation', 'documentary', 'sci-fi-fantasy'];

export function NothingFound({ state, onChange }: { state: SearchState; onChange: (state: SearchState) => void }) {
  const { t } = useTranslation('catalogue');
  const filtered = countFilters(state) > 0;
  return (
    <div>
      <EmptyState
        icon="search"
        title={state.q ? t('search.nothing', { text: state.q }) : t('search.nothingHere')}
        body={t(filtered ? 'search.nothingFiltered' : 'search.nothingWhy')}
        action={filtered ? <Button onPress={() => onChange(withoutFilters(state))}>{t('search.clearFilters')}</Button> : undefined}
      />
      <h3 className={styles.heading}>{t('search.ideas')}</h3>
      <ul className={styles.ideas}>
        {ideas.map(genre => <li key={genre}><Link className={styles.idea} to={`/genres/${genre}`}>{t(`genre.${genre}`)}</Link></li>)}
      </ul>
    </div>
  );
}
