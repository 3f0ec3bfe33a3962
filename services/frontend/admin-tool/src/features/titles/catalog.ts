import { api, unwrap, unwrapWithETag, type Schemas } from '@streamix/api';
import { queryOptions, useQueryClient } from '@tanstack/react-query';

export type TitleFile = Schemas['MediaCatalog.TitleFile'];
export type TitleLine = Schemas['MediaCatalog.TitleLine'];
export type Content = Schemas['MediaCatalog.TitleContent'];

/** A title with the version that a change has to name. */
export interface Versioned { readonly file: TitleFile; readonly etag: string }

export const titleQuery = (id: string) => queryOptions({
  queryKey: ['titles', 'file', id],
  queryFn: ({ signal }) => readTitle(id, signal),
});

export async function readTitle(id: string, signal?: AbortSignal): Promise<Versioned> {
  return versioned(unwrapWithETag(api.GET('/api/v1/catalog/admin/titles/{id}', { params: { path: { id } }, signal })));
}

export const vocabularyQuery = queryOptions({
  queryKey: ['titles', 'vocabulary'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/catalog/vocabulary', { signal })),
  staleTime: Infinity,
});

export async function changeTitle(id: string, etag: string, content: Content): Promise<Versioned> {
  return versioned(unwrapWithETag(api.PUT('/api/v1/catalog/admin/titles/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body: content })));
}

export async function removeTitle(id: string, etag: string): Promise<void> {
  await unwrap(api.DELETE('/api/v1/catalog/admin/titles/{id}', { params: { path: { id }, header: { 'If-Match': etag } } }));
}

export async function versioned(answer: Promise<{ data: TitleFile; etag: string | null }>): Promise<Versioned> {
  const { data, etag } = await answer;
  return { file: data, etag: etag ?? '' };
}

/** Keeps what a change has answered, and has everything else that shows titles read again. */
export function useKeepTitle() {
  const client = useQueryClient();
  return (changed: Versioned) => {
    const { queryKey } = titleQuery(changed.file.id);
    client.setQueryData(queryKey, changed);
    void client.invalidateQueries({ queryKey: ['titles'], predicate: query => query.queryKey[1] !== 'file' && query.queryKey[1] !== 'vocabulary' });
  };
}
