import { describe, expect, test } from 'vitest';
import { EdgeBook } from './EdgeBook';

const first = [
  { name: 'one', base: 'http://a/t/old1/pkg/', token: 'old1', query: '' },
  { name: 'two', base: 'http://b/t/old2/pkg/', token: 'old2', query: '' },
];
const renewed = [
  { name: 'one', base: 'http://a/t/new1/pkg/', token: 'new1', query: '' },
  { name: 'two', base: 'http://b/t/new2/pkg/', token: 'new2', query: '' },
];

describe('EdgeBook', () => {
  test('Current_AfterTwoRenewals_LeadsEveryOldTokenToTheNewestOfItsEdge', () => {
    const book = new EdgeBook();
    book.learn(first);
    book.learn(renewed);
    book.learn([{ ...renewed[0]!, base: 'http://a/t/newest1/pkg/', token: 'newest1' }]);

    expect(book.current('http://a/t/old1/pkg/video/1.m4s')).toBe('http://a/t/newest1/pkg/video/1.m4s');
    expect(book.current('http://a/t/new1/pkg/video/1.m4s')).toBe('http://a/t/newest1/pkg/video/1.m4s');
    expect(book.current('http://b/t/old2/pkg/video/1.m4s')).toBe('http://b/t/new2/pkg/video/1.m4s');
  });

  test('Current_AddressOfSomebodyElse_StaysAsItIs', () => {
    const book = new EdgeBook();
    book.learn(first);

    expect(book.current('/api/v1/playback/playbacks/p/manifest.mpd?k=1')).toBe('/api/v1/playback/playbacks/p/manifest.mpd?k=1');
    expect(book.current('http://c/t/unknown/x')).toBe('http://c/t/unknown/x');
  });

  test('Everywhere_OldAddress_NamesEachEdgeWithItsOwnToken', () => {
    const book = new EdgeBook();
    book.learn(first);
    book.learn(renewed);

    expect(book.everywhere('http://b/t/old2/pkg/audio/en/3.m4s')).toEqual(['http://b/t/new2/pkg/audio/en/3.m4s', 'http://a/t/new1/pkg/audio/en/3.m4s']);
  });

  test('Current_SignedByQuery_GetsTheNewestSignature', () => {
    const book = new EdgeBook();
    book.learn([{ name: 'cf', base: 'https://cf/pkg/', token: '', query: 'Signature=1' }]);
    book.learn([{ name: 'cf', base: 'https://cf/pkg/', token: '', query: 'Signature=2' }]);

    expect(book.current('https://cf/pkg/v/1.m4s?Signature=1')).toBe('https://cf/pkg/v/1.m4s?Signature=2');
  });

  test('EdgeOf_TokenOfBefore_IsKnown', () => {
    const book = new EdgeBook();
    book.learn(first);
    book.learn(renewed);

    expect(book.edgeOf('http://a/t/old1/pkg/x')).toBe('one');
    expect(book.edgeOf('http://elsewhere/x')).toBeNull();
  });
});
