import { beforeEach, expect, test, vi } from 'vitest';
import { Switching } from './Switching';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const done: number[] = [];
const action = (number: number) => () => { done.push(number); };
beforeEach(() => { done.length = 0; });

test('after_NothingSwitches_IsDoneAtOnce', () => {
  new Switching().after(action(1));
  expect(done).toEqual([1]);
});

test('after_WhileATrackComes_WaitsForItsFirstSegmentAndDoesTheLast', () => {
  const switching = new Switching();
  switching.begin('audio');
  switching.after(action(1));
  switching.after(action(2));
  switching.appended('video');
  expect(done).toEqual([]);
  switching.appended('audio');
  expect(done).toEqual([2]);
  switching.after(action(3));
  expect(done).toEqual([2, 3]);
});

test('after_TrackThatDoesNotCome_WaitsNoLongerThanItsPatience', () => {
  const switching = new Switching();
  switching.begin('audio');
  switching.begin('video');
  switching.after(action(1));
  switching.appended('video');
  vi.advanceTimersByTime(4_999);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(done).toEqual([1]);
});
