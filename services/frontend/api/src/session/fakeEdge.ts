import { vi } from 'vitest';

type Answer = Response | Promise<Response> | (() => Response | Promise<Response>);

/** Stands where the network is: answers by method and path, one answer after another, the last one for good. */
export function fakeEdge(answers: Record<string, Answer[]>) {
  const calls: string[] = [];
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (input: Request | URL | string, init?: RequestInit) => {
    const request = new Request(input, init);
    const name = `${request.method} ${new URL(request.url).pathname}`;
    const [next, ...rest] = answers[name] ?? [];
    calls.push(name);
    requests.push(request);
    if (next === undefined) throw new TypeError(`nothing answers ${name}`);
    if (rest.length > 0) answers[name] = rest;
    const answer = await (typeof next === 'function' ? next() : next);
    return answer.clone();
  });
  return { calls, requests, count: (name: string) => calls.filter(call => call === name).length };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), {
  status, headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
});

export const refused = (reason?: string) => json({ status: 401, ...reason && { reason } }, 401, { 'WWW-Authenticate': 'Bearer error="invalid_token"' });

export const renewed = () => json({ sessionId: 's', accessToken: null, accessExpiresAt: new Date(Date.now() + 900_000).toISOString() });

/** As if somebody had signed in a while ago. */
export function signInBefore(expiresInSeconds = 600): void {
  const now = Date.now();
  localStorage.setItem('streamix.session', JSON.stringify({ accessExpiresAt: now + expiresInSeconds * 1000, renewedAt: now - 120_000 }));
}
