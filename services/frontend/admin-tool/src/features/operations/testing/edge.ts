import { vi } from 'vitest';

type Answer = unknown | ((request: Request) => unknown);

/** Stands where the platform is. Answers by method and path below /api/v1; a Response is given as it is, everything else as JSON. */
export function edge(answers: Record<string, Answer>) {
  const calls: { name: string; query: URLSearchParams; body: unknown; headers: Headers }[] = [];
  vi.stubGlobal('fetch', async (input: Request | URL | string, init?: RequestInit) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const name = `${request.method} ${url.pathname.replace('/api/v1', '')}`;
    const text = await request.clone().text();
    calls.push({ name, query: url.searchParams, body: text ? JSON.parse(text) : undefined, headers: request.headers });
    if (!(name in answers)) throw new TypeError(`nothing answers ${name}`);
    const given = answers[name];
    const answer = await (typeof given === 'function' ? given(request) : given);
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  });
  return { calls, of: (name: string) => calls.filter(call => call.name === name) };
}

export const nothing = () => new Response(null, { status: 204 });

export const problem = (status: number, members: object = {}, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ status, ...members }), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });

export const page = (items: unknown[], next: string | null = null) => ({ items, next });
