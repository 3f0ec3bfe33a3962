import { api, unwrap, type Schemas } from '@streamix/api';

export type Export = Schemas['UsersAccount.ExportView'];
export type Receipt = Schemas['UsersAccount.ErasureReceipt'];

export const exportsKey = ['account', 'exports'];

export async function listExports(signal?: AbortSignal): Promise<Export[]> {
  return (await unwrap(api.GET('/api/v1/account/exports', { params: { query: { limit: 10 } }, ...(signal ? { signal } : {}) }))).items;
}

export function beginExport(key: string): Promise<Export> {
  return unwrap(api.POST('/api/v1/account/exports', { params: { header: { 'Idempotency-Key': key } } }));
}

/** With an address to load the archive from, good for a quarter of an hour. */
export function readExport(id: string): Promise<Export> {
  return unwrap(api.GET('/api/v1/account/exports/{id}', { params: { path: { id } } }));
}

export async function endExport(id: string): Promise<void> {
  await unwrap(api.DELETE('/api/v1/account/exports/{id}', { params: { path: { id } } }));
}

export async function eraseAccount(): Promise<string> {
  return (await unwrap(api.POST('/api/v1/account/erasures', { body: { understood: true } }))).receipt;
}

export function readReceipt(receipt: string, signal?: AbortSignal): Promise<Receipt> {
  return unwrap(api.GET('/api/v1/account/erasures/{receipt}', { params: { path: { receipt } }, ...(signal ? { signal } : {}) }));
}
