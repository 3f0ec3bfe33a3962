import { expect, test } from 'vitest';
import { addressOf, isNarrowed, searchOf } from './search';

test('Search_FromAnAddress_LeavesOutWordsThatNobodyKnows', () =>
  expect(searchOf(new URLSearchParams('text=+tide+&kind=opera&state=draft&sort=title&page=3'))).toEqual({ text: 'tide', state: 'draft', sort: 'title' }));
test('Search_IntoAnAddress_AndBack_IsTheSame', () => {
  const search = { text: 'a&b', kind: 'movie', genre: 'drama' };
  expect(searchOf(new URLSearchParams(addressOf(search).toString()))).toEqual(search);
});
test('Search_InTheUsualOrder_NeedsNoAddress', () => expect(addressOf({ sort: 'changed', text: '' }).toString()).toBe(''));
test('Search_OnlyOrdered_IsNotNarrowed', () => expect([isNarrowed({ sort: 'title' }), isNarrowed({ tag: 'featured' })]).toEqual([false, true]));
