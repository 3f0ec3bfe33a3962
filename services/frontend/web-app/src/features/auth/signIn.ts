import { askPasskey } from '@streamix/account';
import { api, unwrap, type Schemas } from '@streamix/api';

export type SignInAnswer = Schemas['AuthIdentity.SignInAnswer'];
export type SecondFactor = Schemas['AuthIdentity.SecondFactorNeeded'];
export type CodeMethod = 'totp' | 'recovery-code';

export interface PasswordWish {
  email: string;
  password: string;
  persistent: boolean;
}

export function signIn(wish: PasswordWish): Promise<SignInAnswer> {
  return unwrap(api.POST('/api/v1/identity/sign-in', { body: { ...wish, transport: 'cookie' } }));
}

export function answerWithCode(challenge: string, method: CodeMethod, code: string): Promise<SignInAnswer> {
  const call = { params: { path: { challenge } }, body: { code } };
  return unwrap(
    method === 'totp'
      ? api.POST('/api/v1/identity/sign-in/{challenge}/totp', call)
      : api.POST('/api/v1/identity/sign-in/{challenge}/recovery-code', call),
  );
}

export async function answerWithPasskey(challenge: string): Promise<SignInAnswer> {
  const params = { path: { challenge } };
  const options = await unwrap(api.POST('/api/v1/identity/sign-in/{challenge}/passkey-options', { params }));
  const credential = await askPasskey(options);
  return unwrap(api.POST('/api/v1/identity/sign-in/{challenge}/passkey', { params, body: { credential } }));
}

/** With `conditional` the browser offers passkeys where an address is typed; the promise waits until one is chosen. */
export async function signInWithPasskey(
  persistent: boolean,
  signal: AbortSignal,
  mediation?: CredentialMediationRequirement,
): Promise<SignInAnswer> {
  const body = { persistent, transport: 'cookie' } as const;
  const { challenge, options } = await unwrap(api.POST('/api/v1/identity/passkeys/options', { body, signal }));
  const credential = await askPasskey(options, { signal, ...(mediation ? { mediation } : {}) });
  return unwrap(api.POST('/api/v1/identity/passkeys/sign-in', { body: { challenge, credential }, signal }));
}
