/** What the API client throws; declared by shape, so that this package needs no API. */
export interface Problem {
  status: number;
  code?: string | undefined;
  title?: string | undefined;
  detail?: string | undefined;
  errors?: Record<string, string[]> | undefined;
  offline?: boolean | undefined;
  retryAfterSeconds?: number | null | undefined;
}

export function asProblem(error: unknown): Problem | null {
  return isProblemShaped(error) ? error : null;
}

function isProblemShaped(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number';
}

export type Trouble = 'offline' | 'forbidden' | 'missing' | 'busy' | 'conflict' | 'refused' | 'server' | 'unknown';

export function troubleOf(error: unknown): Trouble {
  const problem = asProblem(error);
  if (!problem) return 'unknown';
  if (problem.offline) return 'offline';
  if (problem.status === 403) return 'forbidden';
  if (problem.status === 404 || problem.status === 410) return 'missing';
  if (problem.status === 429) return 'busy';
  if (problem.status === 409 || problem.status === 412) return 'conflict';
  if (problem.status >= 500) return 'server';
  return problem.status >= 400 ? 'refused' : 'unknown';
}
