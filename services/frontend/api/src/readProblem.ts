import { ApiProblem, type StepUp } from './problem';

const known = new Set(['type', 'title', 'status', 'detail', 'instance', 'traceId', 'errors', 'code', 'reason']);

/** The problem that an answer is, from its body and its headers. */
export function readProblem(response: Response, body: unknown): ApiProblem {
  const members = isRecord(body) ? body : {};
  return new ApiProblem({
    status: response.status,
    code: text(members.code),
    title: text(members.title) ?? response.statusText,
    detail: text(members.detail) ?? '',
    errors: fieldErrors(members.errors),
    reason: text(members.reason),
    traceId: text(members.traceId),
    retryAfterSeconds: secondsToWait(response.headers.get('Retry-After')),
    stepUp: stepUpOf(response),
    extensions: Object.fromEntries(Object.entries(members).filter(([name]) => !known.has(name))),
  });
}

/** RFC 9470: the token is good, but the proof behind it is too old or too weak. */
export function stepUpOf(response: Response): StepUp | null {
  const challenge = response.headers.get('WWW-Authenticate') ?? '';
  if (!challenge.includes('insufficient_user_authentication')) return null;
  const age = /max_age="?(\d+)/.exec(challenge)?.[1];
  return { acr: /acr_values="([^"]+)"/.exec(challenge)?.[1] ?? null, maxAgeSeconds: age === undefined ? null : Number(age) };
}

function secondsToWait(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

function fieldErrors(value: unknown): Record<string, string[]> {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).map(([field, messages]) => [field, Array.isArray(messages) ? messages.map(String) : [String(messages)]] as const);
  return Object.fromEntries(entries);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.length > 0 ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
