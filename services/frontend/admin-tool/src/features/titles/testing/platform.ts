import { vi } from 'vitest';
import type { TitleFile } from '../catalog';

export interface Sent { readonly call: string; readonly query: URLSearchParams; readonly body: unknown; readonly headers: Headers }
type Answer = Response | ((sent: Sent) => Response | Promise<Response>);

/** Stands in for the gateway: answers each call with the next of its answers, the last one again and again. */
export function platform(answers: Record<string, Answer | Answer[]>) {
  const sent: Sent[] = [];
  const rest = new Map(Object.entries(answers).map(([call, given]) => [call, Array.isArray(given) ? [...given] : [given]]));
  vi.stubGlobal('fetch', async (input: Request) => {
    const { pathname, searchParams } = new URL(input.url);
    const call = `${input.method} ${pathname.replace('/api/v1/catalog', '')}`;
    const text = await input.text();
    const isJson = input.headers.get('Content-Type')?.startsWith('application/json') ?? false;
    const made: Sent = { call, query: searchParams, body: isJson && text ? JSON.parse(text) : text, headers: input.headers };
    sent.push(made);
    const queue = rest.get(call);
    const next = queue && queue.length > 1 ? queue.shift() : queue?.[0];
    if (next === undefined) throw new TypeError(`no network for ${call}`);
    return typeof next === 'function' ? next(made) : next.clone();
  });
  return { sent, of: (call: string) => sent.filter(one => one.call === call) };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

export const problem = (status: number, members: Record<string, unknown> = {}) =>
  json({ status, title: 'Problem', detail: 'Because.', ...members }, status, { 'Content-Type': 'application/problem+json' });

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
