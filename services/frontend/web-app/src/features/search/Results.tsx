import { isProblem } from '@streamix/api';
import { Button, EmptyState, ErrorState, Pager } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { factsOfHit } from '../catalogue/facts';
import type { SearchData } from '../catalogue/model';
import { TitleCard } from '../catalogue/TitleCard';
import { TitleGrid } from '../catalogue/TitleGrid';
import { FoundPeople } from './FoundPeople';
import { NothingFound } from './NothingFound';
import styles from './Results.module.css';
import { withoutFilters, type SearchState } from './state';

interface Props {
  state: SearchState;
  pages: readonly SearchData[] | undefined;
  error: Error | null;
  /** Something else is being searched for than what is shown. */
  isStale: boolean;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
  onRetry: () => void;
  onChange: (state: SearchState) => void;
  onOpen: () => void;
}

export function Results({ state, pages, error, isStale, hasMore, isLoadingMore, onMore, onRetry, onChange, onOpen }: Props) {
  const { t } = useTranslation('catalogue');
  const hits = pages?.flatMap(page => page.items) ?? [];
  const people = pages?.[0]?.people ?? [];
  if (error && hits.length === 0) {
    return isProblem(error) && error.status === 422
      ? <EmptyState icon="filter" title={t('search.refused')} body={t('search.refusedWhy')} action={<Button onPress={() => onChange(withoutFilters(state))}>{t('search.clearFilters')}</Button>} />
      : <ErrorState error={error} onRetry={onRetry} />;
  }
  if (pages && hits.length === 0 && people.length === 0) return <NothingFound state={state} onChange={onChange} />;
  return (
    <div className={`${styles.results} ${isStale ? styles.stale : ''}`} aria-busy={!pages || isStale} onClickCapture={onOpen}>
      {people.length > 0 && <FoundPeople people={people} />}
      {/* Another list than the empty places before: people above it push nothing down. */}
      <TitleGrid key={pages ? 'found' : 'waiting'} label={t('search.titles')} waiting={!pages || isLoadingMore ? 12 : 0}>
        {hits.map((hit, index) => <li key={hit.titleId}><TitleCard title={factsOfHit(hit)} first={index < 6} /></li>)}
      </TitleGrid>
      {error && <ErrorState error={error} onRetry={onMore} />}
      <Pager hasMore={hasMore} onMore={onMore} isLoading={isLoadingMore} />
    </div>
  );
}
