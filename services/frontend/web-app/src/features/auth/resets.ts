import { api, unwrap } from '@streamix/api';

export async function askReset(email: string): Promise<void> {
  await unwrap(api.POST('/api/v1/identity/password-resets', { body: { email } }));
}

export async function completeReset(token: string, password: string): Promise<void> {
  await unwrap(api.POST('/api/v1/identity/password-resets/complete', { body: { token, password } }));
}

/** The token of the mail's link, of its fragment, or as it is. */
export function resetTokenOf(text: string): string | null {
  const written = text.trim();
  const fragment = written.includes('#') ? written.slice(written.indexOf('#') + 1) : written;
  const token = fragment.includes('=') ? new URLSearchParams(fragment).get('token') : fragment;
  return token && /^[\w-]{20,128}$/.test(token) ? token : null;
}
