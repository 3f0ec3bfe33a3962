import { expect, test } from 'vitest';
import { countFilters, readState, toggle, withoutFilters, writeState } from './state';

const read = (text: string) => readState(new URLSearchParams(text));

test('State_WrittenAndRead_IsTheSame', () => {
  const text = 'q=the+matrix&kind=movie&genre=action&genre=drama&language=en&rating=PG-13&year=1990&sort=newest';
  expect(writeState(read(text)).toString()).toBe(text);
});

test('State_Empty_WritesNothing', () => expect(writeState(read('')).toString()).toBe(''));

test.each([
  ['sort=random', { sort: 'relevance' }],
  ['year=soon', { year: null }],
  ['year=99999', { year: null }],
  ['year=1994', { year: 1990 }],
  ['kind=movie&kind=person&kind=movie', { kind: ['movie'] }],
  ['genre=', { genre: [] }],
])('State_%s_IsTidied', (text, expected) => expect(read(text)).toMatchObject(expected));

test('State_LongText_IsCut', () => expect(read(`q=${'a'.repeat(500)}`).q).toHaveLength(200));

test('State_Toggled_IsChosenOnceAndGoesAgain', () => {
  const chosen = toggle(read('genre=drama'), 'genre', 'war');
  expect(chosen.genre).toEqual(['drama', 'war']);
  expect(toggle(chosen, 'genre', 'drama').genre).toEqual(['war']);
});

test('State_FiltersCleared_KeepsWordsAndOrder', () => {
  const state = read('q=a&genre=drama&year=1990&sort=title');
  expect(countFilters(state)).toBe(2);
  expect(writeState(withoutFilters(state)).toString()).toBe('q=a&sort=title');
});
