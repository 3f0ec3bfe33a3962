import { api, newIdempotencyKey, unwrap, type Schemas } from '@streamix/api';
import type { Claim } from './parts';
import type { Address } from './sendPart';

export type Upload = Schemas['MediaCatalog.UploadView'];
export interface Arrived { readonly number: number; readonly bytes: number; readonly etag: string; readonly checksum: string | null }
export interface Draft { readonly titleId: string; readonly fileName: string; readonly bytes: number; readonly contentType: string; readonly protected: boolean; readonly priority: number }
export type SignedPart = Address & { readonly number: number };

/** The part of the catalog that knows of uploads. Every call rejects with an ApiProblem. */
export interface UploadService {
  start(draft: Draft, key: string): Promise<Upload>;
  going(): Promise<Upload[]>;
  read(id: string): Promise<Upload>;
  arrived(id: string): Promise<Arrived[]>;
  sign(id: string, parts: { number: number; checksum: string }[]): Promise<SignedPart[]>;
  complete(id: string, parts: Claim[]): Promise<Upload>;
  abort(id: string): Promise<void>;
}

const each = 1000;

export const newKey = newIdempotencyKey;

export const uploadService: UploadService = {
  start: async (draft, key) => (await unwrap(api.POST('/api/v1/catalog/uploads', {
    params: { header: { 'Idempotency-Key': key } }, body: { ...draft, checksum: 'sha256' },
  }))).upload,

  going: async () => (await unwrap(api.GET('/api/v1/catalog/uploads', { params: { query: { going: true, limit: 100 } } }))).items,

  read: id => unwrap(api.GET('/api/v1/catalog/uploads/{id}', { params: { path: { id } } })),

  async arrived(id) {
    const found: Arrived[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page: Schemas['MediaCatalog.ArrivedParts'] = await unwrap(api.GET('/api/v1/catalog/uploads/{id}/parts', { params: { path: { id }, query: { after, limit: each } } }));
      found.push(...page.items);
      after = page.next;
    }
    return found;
  },

  sign: async (id, parts) => (await unwrap(api.POST('/api/v1/catalog/uploads/{id}/urls', { params: { path: { id } }, body: { parts } }))).items
    .map(part => ({ ...part, headers: Object.fromEntries(Object.entries(part.headers).map(([name, value]) => [name, String(value)])) })),

  complete: (id, parts) => unwrap(api.POST('/api/v1/catalog/uploads/{id}/complete', { params: { path: { id } }, body: { parts } })),

  abort: async id => { await unwrap(api.DELETE('/api/v1/catalog/uploads/{id}', { params: { path: { id } } })); },
};
