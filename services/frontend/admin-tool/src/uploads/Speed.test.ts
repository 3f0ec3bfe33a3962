import { expect, test } from 'vitest';
import { Speed } from './Speed';

test('bytesPerSecond_SteadyFlow_IsItsRate', () => {
  const speed = new Speed();
  for (let second = 0; second <= 30; second++) speed.note(second * 1000, second * 500);

  expect(speed.bytesPerSecond).toBeCloseTo(500);
  expect(speed.secondsFor(1500)).toBeCloseTo(3);
});

test('bytesPerSecond_AfterAStall_ForgetsTheOldRate', () => {
  const speed = new Speed();
  for (let second = 0; second <= 10; second++) speed.note(second * 1000, second * 500);
  for (let second = 11; second <= 25; second++) speed.note(second * 1000, 5000);

  expect(speed.bytesPerSecond).toBe(0);
  expect(speed.secondsFor(1)).toBeUndefined();
});

test('secondsFor_NothingNoted_IsUnknown', () => expect(new Speed().secondsFor(1)).toBeUndefined());
