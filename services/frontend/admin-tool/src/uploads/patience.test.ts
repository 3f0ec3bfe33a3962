import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pause, pauseAfter } from './patience';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

test.each([[0, 0, 250], [0, 1, 500], [3, 1, 4000], [20, 1, 30_000]])('pauseAfter_Attempt%i_Random%d_Is%i', (attempt, random, expected) =>
  expect(pauseAfter(attempt, () => random)).toBe(expected));

test('pause_BrowserComesOnline_EndsAtOnce', async () => {
  const paused = pause(30_000, new AbortController().signal);
  dispatchEvent(new Event('online'));
  await expect(paused).resolves.toBeUndefined();
});

test('pause_Stopped_Rejects', async () => {
  const stop = new AbortController();
  const paused = pause(30_000, stop.signal);
  stop.abort();
  await expect(paused).rejects.toThrow();
});
