import { api, unwrap, type Schemas } from '@streamix/api';

export type Enrolment = Schemas['AuthIdentity.Enrolment'];

export function enrol(): Promise<Enrolment> {
  return unwrap(api.POST('/api/v1/identity/totp'));
}

export async function confirmEnrolment(code: string): Promise<string[]> {
  return (await unwrap(api.POST('/api/v1/identity/totp/confirm', { body: { code } }))).recoveryCodes;
}

export async function renewCodes(): Promise<string[]> {
  return (await unwrap(api.POST('/api/v1/identity/recovery-codes'))).recoveryCodes;
}

export async function switchOff(): Promise<void> {
  await unwrap(api.DELETE('/api/v1/identity/totp'));
}
