import { api, newIdempotencyKey, pages, unwrap, unwrapWithETag, type Schemas } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';

export type PersonFile = Schemas['MediaCatalog.PersonFile'];
export type PersonContent = Schemas['MediaCatalog.PersonContent'];
export interface VersionedPerson { readonly file: PersonFile; readonly etag: string }

export const personQuery = (id: string) => queryOptions({ queryKey: ['people', 'file', id], queryFn: ({ signal }) => readPerson(id, signal) });

export const peopleQuery = (name: string, limit = 50) => pages<PersonFile>(['people', 'list', name, limit], (after, signal) =>
  unwrap(api.GET('/api/v1/catalog/admin/people', { params: { query: { name: name || undefined, limit, after } }, signal })));

export async function readPerson(id: string, signal?: AbortSignal): Promise<VersionedPerson> {
  return versioned(unwrapWithETag(api.GET('/api/v1/catalog/admin/people/{id}', { params: { path: { id } }, signal })));
}

export async function createPerson(content: PersonContent): Promise<PersonFile> {
  return unwrap(api.POST('/api/v1/catalog/admin/people', { params: { header: { 'Idempotency-Key': newIdempotencyKey() } }, body: content }));
}

export async function changePerson(id: string, etag: string, content: PersonContent): Promise<VersionedPerson> {
  return versioned(unwrapWithETag(api.PUT('/api/v1/catalog/admin/people/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body: content })));
}

export async function removePerson(id: string): Promise<void> {
  await unwrap(api.DELETE('/api/v1/catalog/admin/people/{id}', { params: { path: { id } } }));
}

async function versioned(answer: Promise<{ data: PersonFile; etag: string | null }>): Promise<VersionedPerson> {
  const { data, etag } = await answer;
  return { file: data, etag: etag ?? '' };
}
