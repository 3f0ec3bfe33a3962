import { api, unwrap } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';

export const artworkQuery = (owner: string) => queryOptions({
  queryKey: ['artwork', owner],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/catalog/artwork', { params: { query: { owner } }, signal })),
});

export async function addArtwork(owner: string, kind: string, language: string | null, picture: Blob) {
  return unwrap(api.POST('/api/v1/catalog/artwork', {
    params: { query: { owner, kind, language: language ?? undefined } },
    body: kind, bodySerializer: () => picture, headers: { 'Content-Type': picture.type },
  }));
}

export async function chooseArtwork(id: string) {
  await unwrap(api.POST('/api/v1/catalog/artwork/{id}/choose', { params: { path: { id } } }));
}

export async function removeArtwork(id: string) {
  await unwrap(api.DELETE('/api/v1/catalog/artwork/{id}', { params: { path: { id } } }));
}
