import { api, newIdempotencyKey, unwrap, unwrapWithETag, type Schemas } from '@streamix/api';

export type Address = Schemas['UsersAccount.AddressView'];
export type AddressDraft = Schemas['UsersAccount.AddressDraft'];

export const addressesKey = ['account', 'addresses'];

/** More than an account may have. */
const all = 100;

export async function listAddresses(signal?: AbortSignal): Promise<Address[]> {
  const page = await unwrap(api.GET('/api/v1/account/addresses', { params: { query: { limit: all } }, ...(signal ? { signal } : {}) }));
  return page.items;
}

export async function readAddressVersion(id: string): Promise<{ address: Address; etag: string }> {
  const { data, etag } = await unwrapWithETag(api.GET('/api/v1/account/addresses/{id}', { params: { path: { id } } }));
  return { address: data, etag: etag ?? '' };
}

export async function addAddress(body: AddressDraft, key = newIdempotencyKey()): Promise<void> {
  await unwrap(api.POST('/api/v1/account/addresses', { params: { header: { 'Idempotency-Key': key } }, body }));
}

export async function replaceAddress(id: string, body: AddressDraft, etag: string): Promise<void> {
  await unwrap(api.PUT('/api/v1/account/addresses/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body }));
}

export async function removeAddress(id: string): Promise<void> {
  await unwrap(api.DELETE('/api/v1/account/addresses/{id}', { params: { path: { id } } }));
}

export async function makeDefaultAddress(id: string): Promise<void> {
  await unwrap(api.PUT('/api/v1/account/addresses/{id}/default', { params: { path: { id } } }));
}
