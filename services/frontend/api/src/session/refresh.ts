import { announce } from './channel';
import { readMarker, removeMarker, writeMarker } from './marker';

const address = '/api/v1/session/refresh';
const lock = 'streamix-session-refresh';
const attempts = 3;

/** renewed: go on; ended: there is no session any more; away: nobody can tell at the moment. */
export type Renewal = 'renewed' | 'ended' | 'away';

let underway: Promise<Renewal> | null = null;

/** Exchanges the refresh token. However many ask in however many tabs at once, it is done once. */
export function refresh(reason?: string | null): Promise<Renewal> {
  underway ??= alone(Date.now(), reason ?? null).finally(() => { underway = null; });
  return underway;
}

async function alone(askedAt: number, reason: string | null): Promise<Renewal> {
  const exchange = () => exchangeUnlessDone(askedAt, reason);
  return 'locks' in navigator ? await navigator.locks.request(lock, exchange) : exchange();
}

async function exchangeUnlessDone(askedAt: number, reason: string | null): Promise<Renewal> {
  const marker = readMarker();
  if (marker === null) return 'ended';
  if (marker.renewedAt > askedAt) return 'renewed';

  const answer = await ask().catch(() => null);
  if (answer?.ok) {
    const { accessExpiresAt }: { accessExpiresAt: string } = await answer.json();
    writeMarker(accessExpiresAt);
    return 'renewed';
  }
  if (answer?.status !== 401) return 'away';
  end(reason ?? await reasonOf(answer));
  return 'ended';
}

/** 429: another of our requests is being answered; it says when to come back. */
async function ask(): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(new URL(address, location.origin), { method: 'POST', credentials: 'same-origin' });
    if (answer.status !== 429 || attempt === attempts) return answer;
    const seconds = Number(answer.headers.get('Retry-After') ?? 1);
    await new Promise(done => setTimeout(done, Math.min(seconds, 5) * 1000));
  }
}

/** The session is over: every tab hears why. */
export function end(reason: string): void {
  removeMarker();
  announce({ kind: 'signed-out', reason });
}

async function reasonOf(answer: Response): Promise<string> {
  const problem: { reason?: unknown } = await answer.json().catch(() => ({}));
  return typeof problem.reason === 'string' && problem.reason !== 'unknown' ? problem.reason : 'expired';
}
