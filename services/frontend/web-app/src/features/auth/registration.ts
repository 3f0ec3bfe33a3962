import { api, unwrap, type Schemas } from '@streamix/api';

export type RegistrationDraft = Schemas['UsersAccount.RegistrationDraft'];

/** The terms that are shown and accepted. */
export const termsVersion = '2026-01';
export const passcodeLength = 6;
export const resendSeconds = 60;

/** The same key for the same draft: a repeat after a lost answer is the same sign-up. */
export async function register(draft: RegistrationDraft, key: string): Promise<string> {
  const { accountId } = await unwrap(
    api.POST('/api/v1/account/registrations', { params: { header: { 'Idempotency-Key': key } }, body: draft }),
  );
  return accountId;
}

export async function verifyPasscode(accountId: string, code: string): Promise<void> {
  await unwrap(api.POST('/api/v1/identity/passcodes/verify', { body: { accountId, code } }));
}

export async function resendPasscode(accountId: string): Promise<void> {
  await unwrap(api.POST('/api/v1/identity/passcodes/resend', { body: { accountId } }));
}
