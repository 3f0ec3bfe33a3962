export const sorts = ['relevance', 'popularity', 'newest', 'oldest', 'title'] as const;
export type SearchSort = (typeof sorts)[number];

/** The filters of which several values can be chosen; any of them will do. */
export const manyFilters = ['kind', 'genre', 'language', 'rating'] as const;
export type ManyFilter = (typeof manyFilters)[number];

/** A search as it stands in the address. */
export interface SearchState extends Record<ManyFilter, readonly string[]> {
  q: string;
  /** The first year of ten. */
  year: number | null;
  sort: SearchSort;
}

export const longestText = 200;
const mostValues = 20;
const kinds = ['movie', 'series', 'episode'];

export function readState(params: URLSearchParams): SearchState {
  const year = Number(params.get('year') ?? NaN);
  return {
    q: (params.get('q') ?? '').slice(0, longestText),
    kind: valuesOf(params, 'kind').filter(kind => kinds.includes(kind)),
    genre: valuesOf(params, 'genre'),
    language: valuesOf(params, 'language'),
    rating: valuesOf(params, 'rating'),
    year: Number.isInteger(year) && year >= 1800 && year <= 2190 ? Math.floor(year / 10) * 10 : null,
    sort: sorts.find(sort => sort === params.get('sort')) ?? 'relevance',
  };
}

/** The same search always has the same address; what is not chosen is not in it. */
export function writeState(state: SearchState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.q.trim() !== '') params.set('q', state.q.trim());
  for (const name of manyFilters) for (const value of [...state[name]].sort()) params.append(name, value);
  if (state.year !== null) params.set('year', String(state.year));
  if (state.sort !== 'relevance') params.set('sort', state.sort);
  return params;
}

export function withoutFilters(state: SearchState): SearchState {
  return { ...state, kind: [], genre: [], language: [], rating: [], year: null };
}

export function countFilters(state: SearchState): number {
  return manyFilters.reduce((sum, name) => sum + state[name].length, state.year === null ? 0 : 1);
}

export function toggle(state: SearchState, name: ManyFilter, value: string): SearchState {
  const chosen = state[name];
  return { ...state, [name]: chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value] };
}

function valuesOf(params: URLSearchParams, name: string): string[] {
  return [...new Set(params.getAll(name).filter(value => value.length > 0 && value.length <= 40))].slice(0, mostValues);
}
