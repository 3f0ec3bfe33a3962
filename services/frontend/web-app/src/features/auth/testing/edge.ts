import { vi } from 'vitest';

export interface Sent {
  call: string;
  body: unknown;
  headers: Headers;
}

type Answer = Response | ((sent: Sent) => Response | Promise<Response>);

/** Stands in for the platform: answers each call with the next of its answers, the last one again and again; an unknown call has no network. */
export function edge(answers: Record<string, Answer | Answer[]>) {
  const sent: Sent[] = [];
  const rest = new Map(Object.entries(answers).map(([call, given]) => [call, Array.isArray(given) ? [...given] : [given]]));
  vi.stubGlobal('fetch', async (input: Request | string | URL, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(input, init);
    const call = `${request.method} ${new URL(request.url).pathname.replace('/api/v1', '')}`;
    const written = await request.text();
    const isJson = request.headers.get('Content-Type')?.startsWith('application/json') ?? false;
    const made: Sent = { call, body: isJson && written ? JSON.parse(written) : written, headers: request.headers };
    sent.push(made);
    const queue = rest.get(call);
    const next = queue && queue.length > 1 ? queue.shift() : queue?.[0];
    if (next === undefined) throw new TypeError(`no network for ${call}`);
    return typeof next === 'function' ? next(made) : next.clone();
  });
  return {
    sent,
    of: (call: string) => sent.filter(one => one.call === call),
    bodies: (call: string) => sent.filter(one => one.call === call).map(one => one.body),
  };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

export function nothing(status = 204): Response {
  return new Response(null, { status });
}

export function problem(status: number, members: Record<string, unknown> = {}, headers: Record<string, string> = {}): Response {
  return json({ status, title: 'Problem', detail: 'Because.', ...members }, status, { ...headers, 'Content-Type': 'application/problem+json' });
}

/** As the API asks for a fresh proof. */
export function proofWanted(): Response {
  return problem(401, {}, { 'WWW-Authenticate': 'Bearer error="insufficient_user_authentication", acr_values="aal1", max_age="300"' });
}

const later = () => new Date(Date.now() + 900_000).toISOString();

export function signedInAnswer(): Response {
  return json({ outcome: 'signed-in', session: { sessionId: 's'.repeat(32), accessExpiresAt: later(), refreshExpiresAt: later() } });
}

export function secondFactorAnswer(methods: string[], expiresAt = new Date(Date.now() + 300_000).toISOString()): Response {
  return json({ outcome: 'second-factor', challenge: { id: '01976f3e-5b1c-7b3a-9d53-2f8f6f0c1a11', methods, expiresAt } });
}

export function tokens() {
  return { sessionId: 's'.repeat(32), accessToken: null, accessExpiresAt: later(), refreshToken: null, refreshExpiresAt: null };
}

export const account = {
  id: '0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b11',
  email: 'ada@example.org',
  displayName: 'Ada',
  givenName: null,
  familyName: null,
  birthDate: null,
  phone: null,
  locale: 'en',
  country: 'GB',
  status: 'active',
  roles: [],
  marketingConsent: false,
  termsVersion: '2026-01',
  registeredAt: '2026-01-01T00:00:00Z',
};
