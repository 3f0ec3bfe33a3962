import { api, unwrapWithETag, type Schemas } from '@streamix/api';

export type Account = Schemas['UsersAccount.AccountView'];
export type Details = Schemas['UsersAccount.DetailsDraft'];
export type Place = Schemas['UsersAccount.PlaceDraft'];

/** An account as it was read, and the version that a change of it names. */
export interface AccountRecord {
  account: Account;
  etag: string;
}

export function readAccount(signal?: AbortSignal): Promise<AccountRecord> {
  return recordOf(unwrapWithETag(api.GET('/api/v1/account', signal ? { signal } : {})));
}

export function saveDetails(body: Details, etag: string): Promise<AccountRecord> {
  return recordOf(unwrapWithETag(api.PUT('/api/v1/account/details', { params: { header: { 'If-Match': etag } }, body })));
}

export function savePlace(body: Place, etag: string): Promise<AccountRecord> {
  return recordOf(unwrapWithETag(api.PUT('/api/v1/account/locale', { params: { header: { 'If-Match': etag } }, body })));
}

export function saveConsent(marketing: boolean, etag: string): Promise<AccountRecord> {
  return recordOf(unwrapWithETag(api.PUT('/api/v1/account/consents', { params: { header: { 'If-Match': etag } }, body: { marketing } })));
}

async function recordOf(answer: Promise<{ data: Account; etag: string | null }>): Promise<AccountRecord> {
  const { data, etag } = await answer;
  return { account: data, etag: etag ?? '' };
}
