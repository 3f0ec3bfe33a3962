import { describe, expect, test } from 'vitest';
import { titleFile } from '../testing/titles';
import { contentOf, draftOf, type Draft } from './draft';
import { complaints } from './rules';

const { content } = titleFile();
const draft = (part: Partial<Draft> = {}): Draft => ({ ...draftOf(content), ...part });
const wordAt = (kind: string, part: Partial<Draft>, name: string) => complaints(kind, draft(part))[name]?.word;

describe('content and form', () => {
  test('Form_OfContent_GivesItBackUnchanged', () => {
    const full = {
      ...content, releasedOn: '2024-05-20', runtimeSeconds: 5525, tags: ['featured'], externalIds: [{ source: 'imdb', value: 'tt1' }],
      texts: [{ language: 'ar', title: 'المد', tagline: 'سطر', synopsis: 'سطر\nوسطر' }], availability: [{ territory: 'DE', from: '2026-01-01T00:00:00.123456Z', until: '2027-01-01T00:00:00Z' }],
    };
    expect(contentOf('movie', draftOf(full), full)).toEqual({ ...full, number: null });
  });

  test('Form_SavedOverNewerContent_KeepsWhatItDoesNotHold', () => {
    const credits = [{ personId: 'p2', department: 'cast', character: 'Rita' }];
    expect(contentOf('movie', draft({ originalTitle: ' New ' }), { ...content, credits })).toMatchObject({ originalTitle: 'New', credits });
  });

  test('Form_OfASeason_SendsNoFormatAndNoRuntime', () => {
    expect(contentOf('season', draft({ number: 2, format: 'movie', runtime: '10:00' }), content)).toMatchObject({ format: null, runtimeSeconds: null, number: 2 });
  });
});

describe('rules', () => {
  test('Content_Sound_HasNoComplaints', () => expect(complaints('movie', draft())).toEqual({}));

  test.each<[string, Partial<Draft>, string, string]>([
    ['movie', { originalTitle: '  ' }, 'originalTitle', 'required'],
    ['movie', { originalTitle: 'x'.repeat(301) }, 'originalTitle', 'tooLong'],
    ['movie', { originalTitle: 'a\nb' }, 'originalTitle', 'oneLine'],
    ['movie', { originalLanguage: 'english!' }, 'originalLanguage', 'language'],
    ['movie', { slug: 'Not-A-Slug' }, 'slug', 'slug'],
    ['movie', { slug: '0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b11' }, 'slug', 'slug'],
    ['movie', { format: null }, 'format', 'required'],
    ['episode', { number: null }, 'number', 'required'],
    ['movie', { year: 1873 }, 'year', 'range'],
    ['movie', { releasedOn: '2201-01-01' }, 'releasedOn', 'range'],
    ['movie', { runtime: '1:75' }, 'runtimeSeconds', 'clock'],
    ['movie', { runtime: '24:00:01' }, 'runtimeSeconds', 'runtime'],
    ['movie', { countries: 'NL, Germany' }, 'countries', 'countries'],
    ['movie', { countries: 'NL nl' }, 'countries', 'twice'],
    ['movie', { texts: [{ language: 'en', title: '', tagline: '', synopsis: '' }] }, 'texts[0].title', 'required'],
    ['movie', { texts: ['en', 'EN'].map(language => ({ language, title: 'A', tagline: '', synopsis: '' })) }, 'texts[1].language', 'twice'],
    ['movie', { ratings: [{ territory: 'Deutschland', label: '12', minimumAge: 12 }] }, 'ratings[0].territory', 'territory'],
    ['movie', { ratings: [{ territory: 'DE', label: '12', minimumAge: 22 }] }, 'ratings[0].minimumAge', 'range'],
    ['movie', { availability: [{ territory: '*', from: '2026-02-01T00:00:00Z', until: '2026-02-01T00:00:00Z' }] }, 'availability[0].until', 'untilBeforeFrom'],
    ['movie', { externalIds: [{ source: 'IMDb', value: 'tt1' }] }, 'externalIds[0].source', 'source'],
  ])('Content_Of%s_With%j_ComplainsAt%s', (kind, part, name, word) => expect(wordAt(kind, part, name)).toBe(word));

  test('Windows_ThatOverlapWithinATerritory_ComplainAtTheLater', () => {
    const availability = [{ territory: 'DE', from: '2026-03-01T00:00:00Z', until: null }, { territory: 'DE', from: '2026-01-01T00:00:00Z', until: '2026-04-01T00:00:00Z' }];
    expect(Object.keys(complaints('movie', draft({ availability })))).toEqual(['availability[0].from']);
  });

  test('Windows_ThatMeetOrAreOfOtherTerritories_AreApart', () => {
    const availability = [
      { territory: 'DE', from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' }, { territory: 'DE', from: '2026-02-01T00:00:00Z', until: null }, { territory: 'FR', from: '2026-01-01T00:00:00Z', until: null },
    ];
    expect(complaints('movie', draft({ availability }))).toEqual({});
  });
});
