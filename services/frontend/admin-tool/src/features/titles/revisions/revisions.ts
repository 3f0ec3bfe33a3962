import { api, pages, unwrap, unwrapWithETag, type Schemas } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';
import { versioned, type Versioned } from '../catalog';

export type RevisionLine = Schemas['MediaCatalog.RevisionLine'];
export type Change = Schemas['MediaCatalog.Change'];

export const revisionsQuery = (id: string) => pages<RevisionLine>(['titles', 'revisions', id], (after, signal) =>
  unwrap(api.GET('/api/v1/catalog/admin/titles/{id}/revisions', { params: { path: { id }, query: { limit: 20, after } }, signal })));

export const diffQuery = (id: string, number: number, against: number | null) => queryOptions({
  queryKey: ['titles', 'diff', id, number, against],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/catalog/admin/titles/{id}/revisions/{number}/diff', { params: { path: { id, number }, query: { against: against ?? undefined } }, signal })),
});

export async function restore(id: string, number: number, etag: string): Promise<Versioned> {
  return versioned(unwrapWithETag(api.POST('/api/v1/catalog/admin/titles/{id}/revisions/{number}/restore', { params: { path: { id, number }, header: { 'If-Match': etag } } })));
}

/** `restored 7` is an act and what it was done with. */
export function actOf(act: string): { word: string; number: number | undefined } {
  const [word = '', number] = act.split(' ');
  return { word, number: number === undefined ? undefined : Number(number) };
}

/** A value of a place as one reads it. */
export function written(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
