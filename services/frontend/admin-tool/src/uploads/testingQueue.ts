import { afterEach, beforeEach, expect, vi } from 'vitest';
import { digest, type FakeStore } from './testing';
import { UploadQueue } from './UploadQueue';

beforeEach(() => { vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z'), toFake: ['setTimeout', 'clearTimeout', 'Date'] }); });
afterEach(() => { vi.useRealTimers(); });

/** A queue before this store; `completed` is told the asset of each upload that comes to its end. */
export function openQueue(store: FakeStore, completed: string[] = []): UploadQueue {
  let keys = 0;
  return new UploadQueue({
    service: store.service, send: store.send, digest, newKey: () => `key-${++keys}`, now: () => Date.now(), random: () => 0.5,
    schedule: act => { queueMicrotask(act); }, completed: view => { completed.push(view.assetId ?? ''); },
  });
}

export const reaches = (queue: UploadQueue, state: string) => until(() => queue.snapshot()[0]?.state === state, () => JSON.stringify(queue.snapshot()));

export async function until(condition: () => boolean, tell = () => '') {
  for (let i = 0; i < 2000 && !condition(); i++) await vi.advanceTimersByTimeAsync(50);
  expect(condition(), tell()).toBe(true);
}
