import { kinds, states } from './kinds';

export const sorts = ['changed', 'newest', 'oldest', 'title', 'number'] as const;
const fields = ['text', 'kind', 'state', 'genre', 'tag', 'sort'] as const;
type Field = (typeof fields)[number];

/** What the list of titles is asked for; nothing stands for everything. */
export type TitleSearch = Partial<Record<Field, string>>;

const known: Partial<Record<Field, readonly string[]>> = { kind: kinds, state: states, sort: sorts };

/** Reads the search out of an address; words that nobody knows are left out. */
export function searchOf(address: URLSearchParams): TitleSearch {
  const search: TitleSearch = {};
  for (const field of fields) {
    const value = address.get(field)?.trim();
    if (value && (known[field]?.includes(value) ?? true)) search[field] = value;
  }
  return search;
}

/** Writes it into an address, in one order, so that equal searches have equal addresses. */
export function addressOf(search: TitleSearch): URLSearchParams {
  const address = new URLSearchParams();
  for (const field of fields) {
    const value = search[field];
    if (value && !(field === 'sort' && value === 'changed')) address.set(field, value);
  }
  return address;
}

export const isNarrowed = ({ sort: _, ...narrowing }: TitleSearch) => Object.values(narrowing).some(Boolean);
