import { vi } from 'vitest';

type Answer = (url: URL, request: Request) => unknown;

/** Stands for the gateway: paths and what they answer. What nobody expects is answered by 404. */
export function platform(answers: Record<string, Answer>) {
  const calls: { method: string; url: URL; request: Request }[] = [];
  const known = { ...answers };
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    calls.push({ method: request.method, url, request });
    const answer = known[`${request.method} ${url.pathname}`] ?? known[url.pathname];
    const body = answer ? await answer(url, request) : problem(404);
    if (body instanceof Response) return body;
    return body === undefined ? new Response(null, { status: 204 }) : Response.json(body);
  });
  return {
    calls,
    to: (path: string) => calls.filter(call => call.url.pathname === path),
    /** From now on. */
    change: (more: Record<string, Answer>) => Object.assign(known, more),
  };
}

export function problem(status: number, more: object = {}): Response {
  return Response.json({ status, title: 'No', ...more }, { status, headers: { 'Content-Type': 'application/problem+json' } });
}

/** An answer that comes when one lets it. */
export function held(): { answer: Answer; release: (body: unknown) => void } {
  let release: (body: unknown) => void = () => undefined;
  const later = new Promise<unknown>(resolve => { release = resolve; });
  return { answer: () => later, release: body => release(body) };
}
