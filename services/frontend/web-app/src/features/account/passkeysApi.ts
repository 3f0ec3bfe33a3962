import type { PasskeyCeremony } from '@streamix/account';
import { api, newIdempotencyKey, unwrap, type Schemas } from '@streamix/api';

export type Passkey = Schemas['AuthIdentity.PasskeyView'];

export const passkeysKey = ['account', 'passkeys'];

export function listPasskeys(signal?: AbortSignal): Promise<Passkey[]> {
  return unwrap(api.GET('/api/v1/identity/passkeys', signal ? { signal } : {}));
}

export function beginPasskey(): Promise<PasskeyCeremony> {
  return unwrap(api.POST('/api/v1/identity/passkeys/registrations'));
}

/** The platform keeps the public half of what the browser made. */
export function registerPasskey(challenge: string, credential: unknown, name: string): Promise<Passkey> {
  return unwrap(
    api.POST('/api/v1/identity/passkeys', { params: { header: { 'Idempotency-Key': newIdempotencyKey() } }, body: { challenge, credential, name } }),
  );
}

export async function renamePasskey(id: string, name: string): Promise<void> {
  await unwrap(api.PUT('/api/v1/identity/passkeys/{id}', { params: { path: { id } }, body: { name } }));
}

export async function removePasskey(id: string): Promise<void> {
  await unwrap(api.DELETE('/api/v1/identity/passkeys/{id}', { params: { path: { id } } }));
}
