import type { TitleFilter } from '../catalogue/queries';

export const sorts = ['popular', 'newest', 'released', 'oldest', 'title'] as const;
export const kinds = ['all', 'movie', 'series'] as const;
export type GenreSort = (typeof sorts)[number];
export type GenreKind = (typeof kinds)[number];

/** What the address says; words it must not have count for nothing. */
export function readGenreFilter(params: URLSearchParams): { sort: GenreSort; kind: GenreKind } {
  return {
    sort: sorts.find(sort => sort === params.get('sort')) ?? 'popular',
    kind: kinds.find(kind => kind === params.get('kind')) ?? 'all',
  };
}

/** The usual choice is not written into the address. */
export function writeGenreFilter({ sort, kind }: { sort: GenreSort; kind: GenreKind }): URLSearchParams {
  return new URLSearchParams([
    ...(sort === 'popular' ? [] : [['sort', sort]]),
    ...(kind === 'all' ? [] : [['kind', kind]]),
  ]);
}

export function titleFilterOf(genre: string, { sort, kind }: { sort: GenreSort; kind: GenreKind }): TitleFilter {
  return { genre, sort, ...(kind === 'all' ? {} : { kind }) };
}
