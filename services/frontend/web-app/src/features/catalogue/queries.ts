import { api, unwrap } from '@streamix/api';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CardPage } from './model';

export interface TitleFilter {
  kind?: string;
  genre?: string;
  tag?: string;
  yearFrom?: number;
  yearTo?: number;
  sort?: string;
}

const minute = 60_000;
const rowLength = 20;
const pageLength = 36;

/** One row of titles. */
export function titlesQuery(language: string, filter: TitleFilter, limit = rowLength) {
  return queryOptions({
    queryKey: ['catalogue', 'titles', language, filter, limit],
    queryFn: ({ signal }) => fetchTitles(language, filter, limit, null, signal),
    staleTime: minute,
  });
}

/** Page after page of titles. */
export function titlePagesQuery(language: string, filter: TitleFilter) {
  return infiniteQueryOptions({
    queryKey: ['catalogue', 'title-pages', language, filter],
    queryFn: ({ signal, pageParam }) => fetchTitles(language, filter, pageLength, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
    staleTime: minute,
  });
}

export function titleQuery(language: string, id: string) {
  return queryOptions({
    queryKey: ['catalogue', 'title', language, id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/catalog/titles/{name}', { params: { path: { name: id } }, headers: { 'Accept-Language': language }, signal })),
    staleTime: minute,
  });
}

export function vocabularyQuery() {
  return queryOptions({
    queryKey: ['catalogue', 'vocabulary'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/catalog/vocabulary', { signal })),
    staleTime: Infinity,
  });
}

export const continueKey = ['history', 'continue'] as const;

/** What the profile goes on with; read again whenever somebody looks, as players write it. */
export function continueQuery() {
  return queryOptions({
    queryKey: continueKey,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/history/continue', { params: { query: { limit: 100 } }, signal })),
    staleTime: 0,
  });
}

function fetchTitles(language: string, filter: TitleFilter, limit: number, after: string | null, signal: AbortSignal): Promise<CardPage> {
  const query = { ...filter, limit, ...(after ? { after } : {}) };
  return unwrap(api.GET('/api/v1/catalog/titles', { params: { query }, headers: { 'Accept-Language': language }, signal }));
}
