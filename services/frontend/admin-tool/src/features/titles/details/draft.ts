import type { Content } from '../catalog';
import { isHead, isNumbered, plays } from '../kinds';
import { parseClock, writeClock } from '../clock';

export interface TextDraft { language: string; title: string; tagline: string; synopsis: string }
export interface RatingDraft { territory: string; label: string; minimumAge: number | null }
export interface WindowDraft { territory: string; from: string | null; until: string | null }
export interface ExternalIdDraft { source: string; value: string }

/** What the form holds: as one writes it, so it may be incomplete and wrong. */
export interface Draft {
  originalTitle: string; originalLanguage: string; slug: string; format: string | null; number: number | null;
  releasedOn: string | null; year: number | null; runtime: string; promotion: number | null;
  genres: readonly string[]; tags: readonly string[]; countries: string;
  texts: readonly TextDraft[]; ratings: readonly RatingDraft[]; availability: readonly WindowDraft[]; externalIds: readonly ExternalIdDraft[];
}

export function draftOf(content: Content): Draft {
  return {
    originalTitle: content.originalTitle, originalLanguage: content.originalLanguage, slug: content.slug ?? '', format: content.format ?? null,
    number: content.number ?? null, releasedOn: content.releasedOn ?? null, year: content.year ?? null, runtime: writeClock(content.runtimeSeconds),
    promotion: content.promotion ?? 0, genres: content.genres ?? [], tags: content.tags ?? [], countries: (content.countries ?? []).join(', '),
    texts: (content.texts ?? []).map(text => ({ language: text.language, title: text.title, tagline: text.tagline ?? '', synopsis: text.synopsis ?? '' })),
    ratings: (content.ratings ?? []).map(rating => ({ ...rating })),
    availability: (content.availability ?? []).map(window => ({ territory: window.territory, from: window.from, until: window.until ?? null })),
    externalIds: (content.externalIds ?? []).map(id => ({ ...id })),
  };
}

/** The content as the API takes it, for a draft without faults; what the form does not hold comes from `rest`. */
export function contentOf(kind: string, draft: Draft, rest: Content): Content {
  return {
    ...rest,
    originalTitle: draft.originalTitle.trim(), originalLanguage: draft.originalLanguage.trim(), slug: draft.slug.trim() || null,
    format: isHead(kind) ? draft.format : null, number: isNumbered(kind) ? draft.number : null,
    releasedOn: draft.releasedOn, year: draft.year, runtimeSeconds: plays(kind) ? runtimeOf(draft.runtime) : null, promotion: draft.promotion ?? 0,
    genres: [...draft.genres], tags: [...draft.tags], countries: countriesOf(draft.countries),
    texts: draft.texts.map(text => ({ language: text.language.trim(), title: text.title.trim(), tagline: text.tagline.trim() || null, synopsis: text.synopsis.trim() || null })),
    ratings: draft.ratings.map(rating => ({ territory: rating.territory.trim(), label: rating.label.trim(), minimumAge: rating.minimumAge ?? 0 })),
    availability: draft.availability.map(window => ({ territory: window.territory.trim(), from: window.from ?? '', until: window.until })),
    externalIds: draft.externalIds.map(id => ({ source: id.source.trim(), value: id.value.trim() })),
  };
}

export const countriesOf = (text: string) => text.split(/[\s,،;]+/).filter(Boolean).map(code => code.toUpperCase());

export function runtimeOf(text: string): number | null {
  const seconds = parseClock(text);
  return seconds === null ? null : Math.round(seconds);
}

export const isSame = (one: Draft, other: Draft) => JSON.stringify(one) === JSON.stringify(other);
