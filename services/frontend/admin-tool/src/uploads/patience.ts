const first = 500;
const longest = 30_000;

/** Milliseconds before the next attempt: doubling, with full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter"). */
export function pauseAfter(attempt: number, random: () => number): number {
  return Math.round(Math.min(longest, first * 2 ** attempt) * (0.5 + random() / 2));
}

/** Waits, but not when the signal says stop; earlier when the browser is online again. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, stopped) => {
    if (signal.aborted) return stopped(signal.reason);
    const end = (act: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      removeEventListener('online', go);
      act();
    };
    const go = () => end(done);
    const stop = () => end(() => stopped(signal.reason));
    const timer = setTimeout(go, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
    addEventListener('online', go, { once: true });
  });
}
