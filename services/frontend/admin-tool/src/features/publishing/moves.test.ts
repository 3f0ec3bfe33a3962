import { describe, expect, test } from 'vitest';
import { titleFile } from '../titles/testing/titles';
import { directionOf } from './direction';
import { actionsOf, checklist, textFor } from './moves';

const made = { audioLanguages: [], captionLanguages: [], duration: 60, markers: [], protected: false, quality: 'HD', renditions: [], surround: false };
const lacking = (...given: Parameters<typeof checklist>) => checklist(...given).filter(check => !check.isThere).map(check => check.what);

describe('publishing', () => {
  test('Movie_WithoutAnything_LacksEverything', () => expect(lacking(titleFile({ content: { originalTitle: 'A', originalLanguage: 'en' } }), [])).toEqual(['package', 'texts', 'genres', 'ratings', 'availability']));
  test('Movie_WithAll_LacksNothing', () => expect(lacking(titleFile({ package: made }), [])).toEqual([]));
  test('Episode_OfACompleteSeries_HasItsRatingsAndWindows', () =>
    expect(lacking(titleFile({ kind: 'episode', package: made, content: { originalTitle: 'A', originalLanguage: 'en', texts: [{ language: 'en', title: 'A' }] } }), [titleFile()])).toEqual([]));
  test('Draft_ThatPlaysNothingYet_CannotBeMoved', () => expect(actionsOf(titleFile())).toEqual([]));
  test('Draft_OfASeries_CanBeReady', () => expect(actionsOf(titleFile({ kind: 'series' }))).toEqual(['ready']));
  test('Published_CanOnlyBeWithdrawn', () => expect(actionsOf(titleFile({ state: 'published', package: made }))).toEqual(['withdraw']));
  test('Text_ForAViewer_IsOfTheirLanguageElseOfTheOriginal', () => {
    const content = { originalTitle: 'A', originalLanguage: 'fr', texts: [{ language: 'en', title: 'E' }, { language: 'fr-CA', title: 'F' }] };
    expect([textFor(content, 'en-GB')?.title, textFor(content, 'ar')?.title]).toEqual(['E', 'F']);
  });
  test.each([['ar', 'rtl'], ['ar-Latn', 'ltr'], ['pa-Arab', 'rtl'], ['en', 'ltr']])('Words_In%s_Run%s', (tag, way) => expect(directionOf(tag)).toBe(way));
});
