import { api, pages, unwrap, type Schemas } from '@streamix/api';

export type Session = Schemas['AuthSession.SessionView'];

export const sessionsKey = ['account', 'sessions'];

export const sessionsQuery = pages(sessionsKey, (after, signal) =>
  unwrap(api.GET('/api/v1/session', { params: { query: after === undefined ? {} : { after } }, signal })),
);

export async function endSession(id: string): Promise<void> {
  await unwrap(api.DELETE('/api/v1/session/{id}', { params: { path: { id } } }));
}

/** How many there were. */
export async function endOthers(): Promise<number> {
  return (await unwrap(api.DELETE('/api/v1/session', {}))).ended;
}
