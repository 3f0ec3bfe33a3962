import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useRecentSearches } from './useRecentSearches';

const open = (profile: string) => renderHook(() => useRecentSearches(profile)).result;

test('Recent_Remembered_IsLatestFirstWithoutRepetition', () => {
  const one = open('p');
  for (const text of ['alien', ' brazil ', 'Alien', '  ']) act(() => one.current.remember(text));
  expect(one.current.recent).toEqual(['Alien', 'brazil']);
  expect(open('p').current.recent).toEqual(['Alien', 'brazil']);
});

test('Recent_OtherProfile_SeesNothingOfIt', () => {
  const one = open('p');
  act(() => one.current.remember('alien'));
  expect(open('q').current.recent).toEqual([]);
});

test('Recent_Many_KeepsEight', () => {
  const one = open('p');
  for (let i = 0; i < 12; i++) act(() => one.current.remember(`film ${i}`));
  expect(one.current.recent).toHaveLength(8);
  expect(one.current.recent[0]).toBe('film 11');
});

test('Recent_Cleared_LeavesNothingBehind', () => {
  const one = open('p');
  act(() => one.current.remember('alien'));
  act(() => one.current.clear());
  expect(one.current.recent).toEqual([]);
  expect(localStorage.length).toBe(0);
});

test.each(['{', '"text"', '[1, {}]'])('Recent_Damaged %s_IsEmpty', kept => {
  localStorage.setItem('streamix.searches.p', kept);
  expect(open('p').current.recent).toEqual([]);
});
