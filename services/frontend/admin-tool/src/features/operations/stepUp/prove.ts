import { api, sessionRenewed, unwrap, type Schemas } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';

export type Factors = Schemas['AuthIdentity.FactorsView'];
export type Method = 'password' | 'totp' | 'recoveryCode';

export const factorsQuery = queryOptions({
  queryKey: ['account', 'factors'],
  staleTime: 0,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/identity/factors', { signal })),
});

/** Who has a second step proves it with that: the password alone is too little then. */
export function methodsOf({ totp, recoveryCodesLeft }: Pick<Factors, 'totp' | 'recoveryCodesLeft'>): readonly Method[] {
  if (!totp) return ['password'];
  return recoveryCodesLeft > 0 ? ['totp', 'recoveryCode'] : ['totp'];
}

export async function prove(method: Method, answer: string): Promise<void> {
  sessionRenewed(await unwrap(api.POST('/api/v1/identity/step-up', { body: { [method]: answer, transport: 'cookie' } })));
}
