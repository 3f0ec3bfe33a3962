import { expect, test } from 'vitest';
import { faultOf, groupsOf, textOf } from './synonyms';

test('Synonyms_TextAndGroups_AreTheSameThing', () => {
  const groups = [['sci-fi', 'science fiction'], ['ww2', 'second world war']];
  expect(groupsOf(textOf(groups))).toEqual(groups);
});

test('Synonyms_EmptyLinesAndArabicCommas_AreUnderstood', () => {
  expect(groupsOf('\n فيلم، شريط \n\n a ,b,\n')).toEqual([['فيلم', 'شريط'], ['a', 'b']]);
});

test('Synonyms_WhatTheApiWouldRefuse_IsNamedWithItsLine', () => {
  expect(faultOf('a, b\n\nalone')).toEqual({ kind: 'few', line: 3 });
  expect(faultOf('a, A')).toEqual({ kind: 'twice', line: 1 });
  expect(faultOf('a, ---')).toEqual({ kind: 'empty', line: 1 });
  expect(faultOf(`a, ${'b'.repeat(61)}`)).toEqual({ kind: 'long', line: 1 });
  expect(faultOf('a, b')).toBeNull();
});
