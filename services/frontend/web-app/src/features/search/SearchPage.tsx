import { Page, Select } from '@streamix/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useProfile } from '../profiles/current';
import { Filters } from './Filters';
import { searchQuery } from './queries';
import { RecentSearches } from './RecentSearches';
import { Results } from './Results';
import styles from './SearchPage.module.css';
import { sorts } from './state';
import { SuggestBox } from './SuggestBox';
import type { Suggestion } from './suggestions';
import { Summary } from './Summary';
import { useRecentSearches } from './useRecentSearches';
import { useSearchState } from './useSearchState';

export function Component() {
  const profile = useProfile();
  return <Search key={profile?.id} profile={profile?.id ?? 'nobody'} />;
}

function Search({ profile }: { profile: string }) {
  const { t, i18n } = useTranslation('catalogue');
  const navigate = useNavigate();
  const { state, text, type, submit, change } = useSearchState();
  const { recent, remember, clear } = useRecentSearches(profile);
  const hits = useInfiniteQuery(searchQuery(i18n.language, state));
  const first = hits.data?.pages[0];
  const isStale = hits.isPlaceholderData;

  const search = (words: string) => {
    remember(words);
    submit(words);
  };
  const choose = (suggestion: Suggestion) => {
    if (suggestion.to === null) return search(suggestion.name);
    remember(suggestion.name);
    void navigate(suggestion.to);
  };
  return (
    <Page title={t(state.q ? 'search.titleFor' : 'search.title', { text: state.q })} width="full" isTitleHidden>
      <SuggestBox text={text} recent={recent} onText={type} onSubmit={search} onChoose={choose} />
      {state.q === '' && <RecentSearches recent={recent} onChoose={search} onClear={clear} />}
      <div className={styles.bar}>
        <Summary state={state} first={first} isStale={isStale} />
        <div className={styles.sort}>
          <Select label={t('search.sort')} options={sorts.map(id => ({ id, label: t(`search.sorts.${id}`) }))} value={state.sort} onChange={sort => change({ ...state, sort })} />
        </div>
      </div>
      <div className={styles.body}>
        <Filters facets={first?.facets ?? null} state={state} onChange={change} />
        <Results
          state={state}
          pages={hits.data?.pages}
          error={hits.error}
          isStale={isStale}
          hasMore={hits.hasNextPage && !isStale}
          isLoadingMore={hits.isFetchingNextPage}
          onMore={() => void hits.fetchNextPage()}
          onRetry={() => void hits.refetch()}
          onChange={change}
          onOpen={() => remember(state.q)}
        />
      </div>
    </Page>
  );
}
