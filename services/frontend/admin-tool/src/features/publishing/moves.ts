import { api, pages, unwrap, unwrapWithETag, type Schemas } from '@streamix/api';
import { versioned, type Content, type TitleFile, type Versioned } from '../titles/catalog';
import { isHead, plays } from '../titles/kinds';

export type Move = Schemas['MediaCatalog.MoveLine'];
export const actions = ['publish', 'schedule', 'ready', 'draft', 'withdraw'] as const;
export type Action = (typeof actions)[number];

const targets: Record<Action, string> = { publish: 'published', schedule: 'scheduled', ready: 'ready', draft: 'draft', withdraw: 'withdrawn' };

/** What an editor may do to a title of this kind in this state; what is made of files moves what plays by itself. */
export function actionsOf({ kind, state, package: made }: Pick<TitleFile, 'kind' | 'state' | 'package'>): Action[] {
  const allowed: Record<string, readonly Action[]> = {
    draft: plays(kind) && !made ? [] : ['ready'],
    ready: plays(kind) ? ['publish', 'schedule'] : ['publish', 'schedule', 'draft'],
    scheduled: ['publish', 'schedule', 'ready'],
    published: ['withdraw'],
    withdrawn: ['publish', 'schedule', 'ready'],
  };
  return [...(allowed[state] ?? [])];
}

export type Missing = 'package' | 'texts' | 'genres' | 'ratings' | 'availability';
export interface Check { readonly what: Missing; readonly isThere: boolean; readonly tab: 'details' | 'media' }

/** What the catalog wants of a title before viewers see it; ratings and windows may stand above it. */
export function checklist(file: Pick<TitleFile, 'kind' | 'package' | 'content'>, above: readonly Pick<TitleFile, 'content'>[]): Check[] {
  const { kind, content } = file;
  const line = [content, ...above.map(one => one.content)];
  const checks: (Check | false)[] = [
    plays(kind) && { what: 'package', isThere: file.package !== null, tab: 'media' },
    kind !== 'season' && kind !== 'trailer' && { what: 'texts', isThere: has(content.texts), tab: 'details' },
    isHead(kind) && { what: 'genres', isThere: has(content.genres), tab: 'details' },
    { what: 'ratings', isThere: line.some(one => has(one.ratings)), tab: 'details' },
    { what: 'availability', isThere: line.some(one => has(one.availability)), tab: 'details' },
  ];
  return checks.filter(check => check !== false);
}

const has = (list: readonly unknown[] | undefined) => (list?.length ?? 0) > 0;

/** The text that a viewer of this language reads. */
export function textFor(content: Content, language: string) {
  const texts = content.texts ?? [];
  const root = (tag: string | undefined) => tag?.toLowerCase().split('-')[0];
  return texts.find(text => text.language.toLowerCase() === language.toLowerCase()) ?? texts.find(text => root(text.language) === root(language))
    ?? texts.find(text => root(text.language) === root(content.originalLanguage)) ?? texts[0];
}

export async function move(id: string, etag: string, action: Action, reason: string, publishAt: string | null): Promise<Versioned> {
  const params = { path: { id }, header: { 'If-Match': etag } };
  const body = { reason: reason.trim() || null };
  switch (action) {
    case 'publish': return versioned(unwrapWithETag(api.POST('/api/v1/catalog/admin/titles/{id}/publish', { params, body })));
    case 'ready': return versioned(unwrapWithETag(api.POST('/api/v1/catalog/admin/titles/{id}/ready', { params, body })));
    case 'draft': return versioned(unwrapWithETag(api.POST('/api/v1/catalog/admin/titles/{id}/draft', { params, body })));
    case 'schedule': return versioned(unwrapWithETag(api.POST('/api/v1/catalog/admin/titles/{id}/schedule', { params, body: { ...body, publishAt: publishAt ?? '' } })));
    case 'withdraw': return versioned(unwrapWithETag(api.POST('/api/v1/catalog/admin/titles/{id}/withdraw', { params, body: { reason: reason.trim() } })));
  }
}

export const targetOf = (action: Action) => targets[action];

export const movesQuery = (id: string) => pages<Move>(['titles', 'moves', id], (after, signal) =>
  unwrap(api.GET('/api/v1/catalog/admin/titles/{id}/moves', { params: { path: { id }, query: { limit: 20, after } }, signal })));
