import { isProblem } from '@streamix/api';
import { pause, pauseAfter } from './patience';

export interface Patience {
  readonly random: () => number;
  /** Told when a call waits for its next attempt, and when it goes on. */
  readonly waiting: (isWaiting: boolean) => void;
}

/** Calls until it succeeds or fails for good: while offline, while the platform is busy or down, as long as it takes. */
export async function retrying<T>(call: () => Promise<T>, signal: AbortSignal, patience: Patience): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted();
    try {
      return await call();
    } catch (error) {
      const wait = waitAfter(error, attempt, patience.random);
      if (wait === undefined) throw error;
      patience.waiting(true);
      try { await pause(wait, signal); } finally { patience.waiting(false); }
    }
  }
}

function waitAfter(error: unknown, attempt: number, random: () => number): number | undefined {
  if (!isProblem(error)) return undefined;
  if (error.status === 429) return (error.retryAfterSeconds ?? 1) * 1000 + pauseAfter(0, random);
  return error.offline || error.status >= 500 ? pauseAfter(attempt, random) : undefined;
}
