import type { Artwork, Card, ContinueItem, Hit, SearchData, Season, TitleData, Watched } from '../model';

const widths: Record<string, number[]> = { poster: [160, 320, 480], backdrop: [320, 640, 1280, 1920], still: [160, 320, 640], logo: [160, 320], portrait: [80, 160, 320] };

export function anArtwork(kind: string, owner = 'a', language: string | null = null): Artwork {
  return { kind, language, images: (widths[kind] ?? []).map(width => ({ width, height: width, address: `/api/v1/catalog/artwork/${owner}-${kind}/${width}` })) };
}

export function aCard(id: string, more: Partial<Card> = {}): Card {
  return {
    id, kind: 'movie', slug: id, title: `Title ${id}`, tagline: null, synopsis: null, language: 'en', originalTitle: `Title ${id}`, format: 'movie', number: null, year: 2014,
    releasedOn: null, runtimeSeconds: 5400, genres: ['drama'], tags: [], rating: { label: 'PG', minimumAge: 8 }, publishedAt: '2026-01-01T00:00:00Z',
    artwork: [anArtwork('poster', id)], ...more,
  };
}

export function aTitle(title: Card, more: Partial<TitleData> = {}): TitleData {
  return {
    title, languages: ['en'], countries: ['NL'], series: null, season: null, seasons: [], cast: [], crew: [], trailers: [], availableUntil: null, externalIds: {},
    package: { duration: 5400, quality: 'hd', renditions: ['1080p'], audioLanguages: ['en', 'de'], captionLanguages: ['ar'], surround: false, protected: true, markers: [] },
    ...more,
  };
}

export function aSeason(number: number, episodes: number): Season {
  return {
    season: aCard(`s${number}`, { kind: 'season', number, title: `Season ${number}` }),
    episodes: Array.from({ length: episodes }, (_, index) => aCard(`s${number}e${index + 1}`, { kind: 'episode', number: index + 1, title: `Part ${number}.${index + 1}` })),
  };
}

export function aWatched(titleId: string, more: Partial<Watched> = {}): Watched {
  return {
    titleId, seriesId: null, seasonNumber: null, number: null, position: 600, duration: 1200, completed: false, completedAt: null,
    firstPlayedAt: '2026-01-01T00:00:00Z', playedAt: '2026-01-02T00:00:00Z', hidden: false, ...more,
  };
}

export function aContinue(titleId: string, more: Partial<ContinueItem> = {}): ContinueItem {
  return { titleId, kind: 'movie', seriesId: null, seasonNumber: null, number: null, position: 1500, duration: 6000, playedAt: '2026-01-02T00:00:00Z', reason: 'resume', ...more };
}

export function aHit(titleId: string, title: string, more: Partial<Hit> = {}): Hit {
  return {
    titleId, kind: 'movie', format: 'movie', seriesId: null, slug: titleId, title, originalTitle: title, tagline: null, year: 1999, genres: [], rating: null,
    runtimeSeconds: 60, poster: null, highlights: { title: null, synopsis: null }, score: null, ...more,
  };
}

export function aSearch(items: Hit[], more: Partial<SearchData> = {}): SearchData {
  return { items, people: [], facets: [], total: { count: items.length, isExact: true }, corrected: null, next: null, explanation: null, ...more };
}
