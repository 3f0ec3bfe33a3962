import type { TitleFile } from '../catalog';

export const vocabulary = { kinds: [], formats: ['movie', 'series'], genres: ['drama', 'comedy'], tags: ['featured'], departments: ['cast', 'director'] };

export const id = '0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b11';

export function titleFile(part: Partial<TitleFile> = {}): TitleFile {
  return {
    id, kind: 'movie', parentId: null, seriesId: null, state: 'draft', revision: 1, assetId: null, package: null, awaitedAssetId: null,
    publishAt: null, firstPublishedAt: null, publishedAt: null, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z',
    content: {
      originalTitle: 'The Tide', originalLanguage: 'en', slug: 'the-tide', format: 'movie', year: 2024, promotion: 0, genres: ['drama'], tags: [], countries: ['NL'],
      texts: [{ language: 'en', title: 'The Tide' }], ratings: [{ territory: '*', label: '12', minimumAge: 12 }], availability: [{ territory: '*', from: '2026-01-01T00:00:00Z' }],
      credits: [{ personId: 'p1', department: 'director' }], externalIds: [],
    },
    ...part,
  };
}
