import { api, unwrap, type Schemas } from '@streamix/api';

export type EmailChange = Schemas['UsersAccount.EmailChangeView'];
export const changeCodeLength = 8;

export interface ChangeCodes {
  oldCode?: string;
  newCode?: string;
}

export function readEmailChange(id: string, signal?: AbortSignal): Promise<EmailChange> {
  return unwrap(api.GET('/api/v1/account/email-changes/{id}', { params: { path: { id } }, ...(signal ? { signal } : {}) }));
}

export function confirmEmailChange(id: string, codes: ChangeCodes): Promise<EmailChange> {
  return unwrap(api.POST('/api/v1/account/email-changes/{id}/confirm', { params: { path: { id } }, body: codes }));
}

export function resendEmailChange(id: string): Promise<EmailChange> {
  return unwrap(api.POST('/api/v1/account/email-changes/{id}/resend', { params: { path: { id } } }));
}

export async function cancelEmailChange(id: string): Promise<void> {
  await unwrap(api.DELETE('/api/v1/account/email-changes/{id}', { params: { path: { id } } }));
}
