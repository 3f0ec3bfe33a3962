import { expect, test } from 'vitest';
import { minutesLeft, shareOf } from './progress';

test.each([[300, 1200, 0.25], [0, 10, 0], [20, 10, 1], [-5, 10, 0], [5, 0, null]])('Share_%dOf%d_Is%s', (position, duration, share) => {
  expect(shareOf({ position, duration })).toBe(share);
});

test.each([[0, 3600, 60], [3590, 3600, 1], [10, 0, null]])('MinutesLeft_%dOf%d_Is%s', (position, duration, left) => {
  expect(minutesLeft({ position, duration })).toBe(left);
});
