import { vi } from 'vitest';
import { json, nothing } from './answers';

export interface Sent {
  /** Method and path below /api/v1, as `GET /account`. */
  call: string;
  url: URL;
  query: URLSearchParams;
  body: unknown;
  headers: Headers;
  request: Request;
}

/** A response; or what becomes the body of one, undefined an empty one; or what makes either of them for each request. */
export type Answer = Response | object | ((sent: Sent) => unknown);

/** By call. Of a list of responses or of functions each request gets the next, the last one again and again. */
export type Answers = Record<string, Answer>;

export type Platform = ReturnType<typeof platform>;

/** Stands where the network is. What has no answer fails as where there is no network. */
export function platform(answers: Answers) {
  const sent: Sent[] = [];
  const known = turnsOf(answers);
  vi.stubGlobal('fetch', async (input: Request | URL | string, init?: RequestInit) => {
    const made = await read(new Request(input, init));
    sent.push(made);
    const turns = known.get(made.call) ?? [];
    const next = turns.length > 1 ? turns.shift() : turns[0];
    if (next === undefined) throw new TypeError(`nothing answers ${made.call}`);
    const answer: unknown = await (typeof next === 'function' ? next(made) : next);
    if (answer instanceof Response) return answer.clone();
    return answer === undefined ? nothing() : json(answer);
  });
  return {
    sent,
    calls: () => sent.map(({ call }) => call),
    of: (call: string) => sent.filter(one => one.call === call),
    bodies: (call: string) => sent.filter(one => one.call === call).map(one => one.body),
    /** From now on. */
    change: (more: Answers) => turnsOf(more).forEach((turns, call) => known.set(call, turns)),
  };
}

function turnsOf(answers: Answers): Map<string, Answer[]> {
  return new Map(Object.entries(answers).map(([call, given]) => [call, isList(given) ? [...given] : [given]]));
}

/** No body has responses or functions in it. */
function isList(given: Answer): given is Answer[] {
  return Array.isArray(given) && given.length > 0 && given.every(one => one instanceof Response || typeof one === 'function');
}

async function read(request: Request): Promise<Sent> {
  const url = new URL(request.url);
  const text = await request.clone().text();
  const isJson = request.headers.get('Content-Type')?.startsWith('application/json') ?? false;
  const call = `${request.method} ${url.pathname.replace('/api/v1', '')}`;
  return { call, url, query: url.searchParams, body: isJson && text ? JSON.parse(text) : text, headers: request.headers, request };
}
