import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

const retries = 2;
const longestWait = 10_000;

/** Reads are tried again when the platform was away, writes never: whoever made them decides. */
export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, gcTime: 10 * 60_000, retry: mayRetry, retryDelay: waitBefore, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

export function mayRetry(failures: number, error: unknown): boolean {
  return failures < retries && error instanceof ApiProblem && (error.offline ? navigator.onLine : error.status >= 500);
}

export function waitBefore(attempt: number, error: unknown): number {
  const asked = error instanceof ApiProblem ? error.retryAfterSeconds : null;
  return Math.min(asked === null ? 500 * 2 ** attempt : asked * 1000, longestWait);
}
