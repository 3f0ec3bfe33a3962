import { api, unwrap } from '@streamix/api';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SearchState } from './state';

const pageLength = 30;
const mostSuggestions = 6;

/** Pages of hits; the first one counts the facets. What was found before stays until the next is there. */
export function searchQuery(language: string, state: SearchState) {
  return infiniteQueryOptions({
    queryKey: ['search', 'hits', language, state],
    queryFn: ({ signal, pageParam }) => {
      const query = { ...wordsOf(language, state), limit: pageLength, ...(pageParam === null ? { facets: true } : { after: pageParam }) };
      return unwrap(api.GET('/api/v1/search', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** A few titles and people for what is typed so far. */
export function suggestionsQuery(language: string, text: string) {
  return queryOptions({
    queryKey: ['search', 'suggestions', language, text],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/search', { params: { query: { q: text, lang: language, limit: mostSuggestions } }, signal })),
    placeholderData: keepPreviousData,
    enabled: text.length > 1,
    staleTime: 60_000,
  });
}

function wordsOf(language: string, state: SearchState) {
  const { q, kind, genre, language: spoken, rating, year, sort } = state;
  return {
    lang: language,
    ...(q === '' ? {} : { q }),
    ...(kind.length === 0 ? {} : { type: [...kind] }),
    ...(genre.length === 0 ? {} : { genre: [...genre] }),
    ...(spoken.length === 0 ? {} : { language: [...spoken] }),
    ...(rating.length === 0 ? {} : { rating: [...rating] }),
    ...(year === null ? {} : { yearFrom: year, yearTo: year + 9 }),
    ...(sort === 'relevance' ? {} : { sort }),
  };
}
