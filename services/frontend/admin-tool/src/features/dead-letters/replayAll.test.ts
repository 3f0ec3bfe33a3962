import { expect, test, vi } from 'vitest';
import { nothingYet, outcomeOf, replayAll, type Replayed } from './replayAll';

const answers = [{ replayed: 20, failed: 5, next: 'a' }, { replayed: 25, failed: 0, next: 'b' }, { replayed: 3, failed: 0, next: null }];
const replayer = () => {
  const left = [...answers];
  return vi.fn(async (_: string | undefined) => left.shift() ?? { replayed: 0, failed: 0, next: null });
};

test('ReplayAll_SeveralCalls_GoesOnBehindTheLastAndAddsUp', async () => {
  const replay = replayer();
  const told: Replayed[] = [];
  const end = await replayAll(replay, now => told.push(now), new AbortController().signal);
  expect(replay.mock.calls).toEqual([[undefined], ['a'], ['b']]);
  expect(told.map(({ replayed }) => replayed)).toEqual([20, 45, 48]);
  expect(end).toEqual({ replayed: 48, failed: 5, next: null, isOver: true });
  expect(outcomeOf(end)).toBe('some');
});

test('ReplayAll_Stopped_EndsAfterTheCallAndCanGoOn', async () => {
  const replay = replayer();
  const stop = new AbortController();
  const half = await replayAll(replay, () => stop.abort(), stop.signal);
  expect(replay).toHaveBeenCalledTimes(1);
  expect(outcomeOf(half)).toBe('stopped');
  const end = await replayAll(replay, () => {}, new AbortController().signal, half);
  expect(replay.mock.calls[1]).toEqual(['a']);
  expect(end.replayed).toBe(48);
});

test('ReplayAll_NothingThere_SaysNone', () => {
  expect(outcomeOf({ ...nothingYet, isOver: true })).toBe('none');
  expect(outcomeOf({ replayed: 4, failed: 0, next: null, isOver: true })).toBe('all');
});
