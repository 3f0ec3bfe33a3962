import { expect, test } from 'vitest';
import type { IndexJob } from './queries';
import { driftOf, progressOf } from './states';

const job = (part: Partial<IndexJob>): IndexJob => ({
  id: 'j', kind: 'check', state: 'finished', generation: null, reason: 'why', startedBy: 'account:a', startedAt: '2026-01-01T00:00:00Z', endedAt: null, error: null,
  seen: 0, missing: 0, stale: 0, surplus: 0, repaired: 0, working: false, ...part,
});
const generation = (state: 'live' | 'building', titles: number) => ({ name: state, state, titles, format: 1, createdAt: '2026-01-01T00:00:00Z' });

test('Drift_FinishedCheck_CountsWhateverDiffers', () => {
  expect(driftOf(job({ missing: 2, stale: 3, surplus: 1 }))).toBe(6);
});

test('Drift_Repaired_CountsWhatIsLeft', () => {
  expect(driftOf(job({ kind: 'repair', missing: 2, stale: 3, repaired: 5 }))).toBe(0);
});

test('Drift_NoComparisonCameToItsEnd_IsUnknown', () => {
  expect(driftOf(null)).toBeNull();
  expect(driftOf(job({ state: 'failed', missing: 4 }))).toBeNull();
});

test('Progress_Rebuild_IsMeasuredByTheLiveIndex', () => {
  expect(progressOf(job({ state: 'running', seen: 50 }), { generations: [generation('building', 50), generation('live', 200)] })).toBe(25);
  expect(progressOf(job({ state: 'running', seen: 300 }), { generations: [generation('live', 200)] })).toBe(99);
  expect(progressOf(job({ state: 'running', seen: 5 }), { generations: [] })).toBeUndefined();
});
