import { api, pages, unwrap, type Schemas } from '@streamix/api';
import type { BadgeKind } from '@streamix/ui';

export type Asset = Schemas['MediaCatalog.AssetView'];
export type AssetState = Schemas['MediaCatalog.AssetState'];

export const assetsKey = (titleId: string) => ['titles', 'assets', titleId];

export const assetsQuery = (titleId: string) => pages<Asset>(assetsKey(titleId), (after, signal) =>
  unwrap(api.GET('/api/v1/catalog/assets', { params: { query: { titleId, limit: 50, after } }, signal })));

/** While something is being made of a file, one looks again. */
export const isUnderWay = ({ state }: Pick<Asset, 'state'>) => state === 'uploading' || state === 'uploaded' || state === 'transcoding';

export const badges: Record<AssetState, BadgeKind> = {
  uploading: 'info', uploaded: 'info', transcoding: 'accent', ready: 'success', rejected: 'danger', failed: 'warning', removed: 'neutral',
};

export async function chooseAsset(id: string) {
  await unwrap(api.POST('/api/v1/catalog/assets/{id}/choose', { params: { path: { id } } }));
}

export async function removeAsset(id: string) {
  await unwrap(api.DELETE('/api/v1/catalog/assets/{id}', { params: { path: { id } } }));
}

export async function writeMarkers(id: string, markers: Schemas['MediaCatalog.MarkerDraft'][]) {
  await unwrap(api.PUT('/api/v1/catalog/assets/{id}/markers', { params: { path: { id } }, body: { markers } }));
}

export async function addCaptions(id: string, language: string, kind: string, file: File) {
  await unwrap(api.POST('/api/v1/catalog/assets/{id}/texts', {
    params: { path: { id }, query: { language, kind } },
    body: file.name, bodySerializer: () => file, headers: { 'Content-Type': 'application/octet-stream' },
  }));
}

export async function removeCaptions(id: string, textId: string) {
  await unwrap(api.DELETE('/api/v1/catalog/assets/{id}/texts/{textId}', { params: { path: { id, textId } } }));
}
