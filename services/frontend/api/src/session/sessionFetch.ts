import { stepUpOf } from '../readProblem';
import { sessionSignal } from './ending';
import { readMarker } from './marker';
import { refresh } from './refresh';

/** An access token is renewed this long before it ends, and not more often than that. */
const ahead = 30_000;
const refreshRoute = '/api/v1/session/refresh';
const leaving: ReadonlySet<string> = new Set(['POST /api/v1/session/sign-out', 'DELETE /api/v1/session']);

/** fetch, within the session: renews it ahead of its end, and once when it is refused. */
export async function sessionFetch(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === refreshRoute) return fetch(request);
  const limits = leaving.has(`${request.method} ${pathname}`) ? {} : within(request, await sessionSignal());
  if (endsSoon()) await refresh();

  const again = readMarker() === null ? null : request.clone();
  const sentAt = Date.now();
  const answer = await fetch(request, limits);
  if (again === null || !isOfSession(answer)) return answer;

  const known = readMarker();
  const renewed = known !== null && known.renewedAt > sentAt ? 'renewed' : await refresh(await endOf(answer));
  return renewed === 'renewed' ? fetch(again, limits) : answer;
}

/** Nobody waits for what was read of a session that ends; what is written goes on. */
function within(request: Request, session: AbortSignal): RequestInit {
  return request.method === 'GET' ? { signal: AbortSignal.any([request.signal, session]) } : {};
}

function endsSoon(): boolean {
  const marker = readMarker();
  const now = Date.now();
  return marker !== null && marker.accessExpiresAt - ahead < now && marker.renewedAt + ahead < now;
}

/** A wrong password is a 401 as well, and a proof that is too old: neither is mended by a new token. */
function isOfSession(answer: Response): boolean {
  return answer.status === 401 && /^Bearer/i.test(answer.headers.get('WWW-Authenticate') ?? '') && stepUpOf(answer) === null;
}

/** Why the edge says that the session has ended; null when only its token has. */
async function endOf(answer: Response): Promise<string | null> {
  const problem: { reason?: unknown } = await answer.clone().json().catch(() => ({}));
  const { reason } = problem;
  return typeof reason === 'string' && !['roles-changed', 'profile-removed', 'unknown'].includes(reason) ? reason : null;
}
