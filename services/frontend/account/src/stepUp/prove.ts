import { api, sessionRenewed, unwrap, type Schemas } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';
import { askPasskey } from '../passkeys/webauthn';

export type Factors = Schemas['AuthIdentity.FactorsView'];
export type Method = 'password' | 'totp' | 'recoveryCode' | 'passkey';
export type TypedMethod = Exclude<Method, 'passkey'>;

/** By which ways this account can prove itself. */
export const factorsQuery = queryOptions({
  queryKey: ['account', 'factors'],
  staleTime: 0,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/identity/factors', { signal })),
});

/** With two steps a password alone is not enough, and without them there are neither codes. */
export function methodsOf(factors: Factors): Method[] {
  const methods: Method[] = factors.totp ? ['totp'] : ['password'];
  if (factors.passkeys > 0) methods.push('passkey');
  if (factors.totp && factors.recoveryCodesLeft > 0) methods.push('recoveryCode');
  return methods;
}

export function prove(method: TypedMethod, answer: string): Promise<void> {
  return stepUp({ [method]: answer });
}

export async function proveWithPasskey(): Promise<void> {
  const { challenge, options } = await unwrap(api.POST('/api/v1/identity/step-up/passkey-options'));
  await stepUp({ passkey: { challenge, credential: await askPasskey(options) } });
}

async function stepUp(proof: Schemas['AuthIdentity.StepUpProof']): Promise<void> {
  sessionRenewed(await unwrap(api.POST('/api/v1/identity/step-up', { body: { ...proof, transport: 'cookie' } })));
}
