import type { Sent } from './platform';

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

export function nothing(status = 204): Response {
  return new Response(null, { status });
}

export function problem(status: number, members: object = {}, headers: Record<string, string> = {}): Response {
  return json({ status, title: 'Problem', detail: 'Because.', ...members }, status, { ...headers, 'Content-Type': 'application/problem+json' });
}

/** One page of a list. */
export function page<I>(items: I[], next: string | null = null) {
  return { items, next };
}

/** An answer that comes when one lets it. */
export function held(): { answer: (sent: Sent) => Promise<unknown>; release: (body: unknown) => void } {
  let release: (body: unknown) => void = () => undefined;
  const later = new Promise<unknown>(resolve => { release = resolve; });
  return { answer: () => later, release: body => release(body) };
}
