import { api, unwrap, type Schemas } from '@streamix/api';

export type WaitingDevice = Schemas['AuthSession.DeviceView'];

const letters = 'BCDFGHJKLMNPQRSTVWXZ';
export const userCodeLength = 8;

/** The letters of a code as people write it, without what cannot belong to one. */
export function userCodeOf(text: string): string {
  return [...text.toUpperCase()].filter(letter => letters.includes(letter)).slice(0, userCodeLength).join('');
}

export function findDevice(userCode: string): Promise<WaitingDevice> {
  return unwrap(api.GET('/api/v1/session/device/{userCode}', { params: { path: { userCode } } }));
}

export async function decideDevice(userCode: string, approve: boolean): Promise<void> {
  await unwrap(api.POST('/api/v1/session/device/{userCode}', { params: { path: { userCode } }, body: { approve } }));
}
