import { beforeEach, expect, test, vi } from 'vitest';
import { Switching } from './Switching';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function watched() {
  const sought: number[] = [];
  return { sought, switching: new Switching(time => sought.push(time)) };
}

test('seek_NothingSwitches_IsDoneAtOnce', () => {
  const { sought, switching } = watched();
  switching.seek(1);
  expect(sought).toEqual([1]);
  expect(switching.heading).toBeNull();
});

test('seek_WhileATrackComes_WaitsForItsFirstSegmentAndGoesToTheLast', () => {
  const { sought, switching } = watched();
  switching.begin('audio');
  switching.seek(1);
  switching.seek(2);
  switching.appended('video');
  expect([sought, switching.heading]).toEqual([[], 2]);
  switching.appended('audio');
  expect([sought, switching.heading]).toEqual([[2], null]);
  switching.seek(3);
  expect(sought).toEqual([2, 3]);
});

test('seek_TrackThatDoesNotCome_WaitsNoLongerThanItsPatience', () => {
  const { sought, switching } = watched();
  switching.begin('audio');
  switching.begin('video');
  switching.seek(1);
  switching.appended('video');
  vi.advanceTimersByTime(4_999);
  expect(sought).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(sought).toEqual([1]);
});

test('drop_SeekThatWaits_IsNeverDone', () => {
  const { sought, switching } = watched();
  switching.begin('video');
  switching.seek(1);
  switching.drop();
  switching.appended('video');
  vi.advanceTimersByTime(10_000);
  expect([sought, switching.heading]).toEqual([[], null]);
});
