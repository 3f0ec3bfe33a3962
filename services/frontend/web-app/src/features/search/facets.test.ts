import { expect, test } from 'vitest';
import { decadesOf, facetGroups } from './facets';
import { readState } from './state';

const facets = [
  { name: 'genre', values: [{ value: 'drama', count: 4 }, { value: 'war', count: 1 }] },
  { name: 'decade', values: [{ value: '1980', count: 1 }, { value: '2010', count: 3 }] },
  { name: 'tag', values: [{ value: 'classic', count: 1 }] },
];

test('Facets_Counted_AreInTheirOrderWithChoice', () => {
  expect(facetGroups(facets, readState(new URLSearchParams('genre=war')))).toEqual([
    { name: 'genre', values: [{ value: 'drama', count: 4, isChosen: false }, { value: 'war', count: 1, isChosen: true }] },
  ]);
});

test('Facets_ChosenButNowhere_CanBeUnchosen', () => {
  const [genres] = facetGroups(facets, readState(new URLSearchParams('genre=horror')));
  expect(genres?.values.at(-1)).toEqual({ value: 'horror', count: 0, isChosen: true });
});

test('Decades_LatestFirst_WithTheChosenOne', () => {
  expect(decadesOf(facets, 1990).map(d => [d.year, d.count])).toEqual([[2010, 3], [1990, 0], [1980, 1]]);
});
