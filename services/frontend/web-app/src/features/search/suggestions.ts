import type { SearchData, TextPiece } from '../catalogue/model';

/** One line below the field. */
export interface Suggestion {
  id: string;
  kind: 'recent' | 'title' | 'person';
  name: string;
  pieces: TextPiece[] | null;
  /** A kind of title. */
  detail: string | null;
  /** Where it leads; searches lead to their results. */
  to: string | null;
}

const mostTitles = 5;
const mostPeople = 3;

/** Nothing typed: what was searched for before. Else the titles and people that match. */
export function suggestionsOf(text: string, recent: readonly string[], found: Pick<SearchData, 'items' | 'people'> | undefined): Suggestion[] {
  if (text.trim() === '') return recent.map(name => ({ id: `recent-${name}`, kind: 'recent', name, pieces: null, detail: null, to: null }));
  if (text.trim().length < 2 || !found) return [];
  const titles = found.items.slice(0, mostTitles).map((hit): Suggestion => ({
    id: hit.titleId, kind: 'title', name: hit.title, pieces: hit.highlights.title, detail: hit.kind, to: `/titles/${hit.titleId}`,
  }));
  const people = found.people.slice(0, mostPeople).map((person): Suggestion => ({
    id: person.personId, kind: 'person', name: person.name, pieces: null, detail: null, to: `/people/${person.personId}`,
  }));
  return [...titles, ...people];
}
