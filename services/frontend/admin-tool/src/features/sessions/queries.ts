import { api, pages, unwrap, type Schemas } from '@streamix/api';

export type SessionView = Schemas['AuthSession.SessionView'];

export const sessionsQuery = (accountId: string) => pages(['sessions', accountId], (after, signal) =>
  unwrap(api.GET('/api/v1/session/admin/sessions', { params: { query: { accountId, limit: 25, after } }, signal })));

export async function endSession(id: string): Promise<void> {
  await unwrap(api.DELETE('/api/v1/session/admin/sessions/{id}', { params: { path: { id } } }));
}

/** How many there were. */
export async function endAllSessions(accountId: string): Promise<number> {
  return (await unwrap(api.DELETE('/api/v1/session/admin/sessions', { params: { query: { accountId } } }))).ended;
}
