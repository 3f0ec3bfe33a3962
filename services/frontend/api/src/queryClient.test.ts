import { describe, expect, test } from 'vitest';
import { ApiProblem } from './problem';
import { mayRetry, queryClient, waitBefore } from './queryClient';

describe('queryClient', () => {
  test.each([400, 401, 403, 404, 409, 422, 429])('Read_Refused%i_IsNotRepeated', status => {
    expect(mayRetry(0, new ApiProblem({ status }))).toBe(false);
  });

  test('Read_PlatformIsAway_IsRepeatedTwice', () => {
    const away = new ApiProblem({ status: 503 });
    expect([0, 1, 2].map(failures => mayRetry(failures, away))).toEqual([true, true, false]);
  });

  test('Read_NetworkFails_IsRepeated', () => {
    expect(mayRetry(0, ApiProblem.offline())).toBe(true);
  });

  test('Read_OurOwnFault_IsNotRepeated', () => {
    expect(mayRetry(0, new TypeError('x is undefined'))).toBe(false);
  });

  test('Wait_PlatformSaysHowLong_IsKept', () => {
    expect(waitBefore(0, new ApiProblem({ status: 503, retryAfterSeconds: 3 }))).toBe(3000);
  });

  test('Write_AnyFailure_IsNeverRepeated', () => {
    expect(queryClient().getDefaultOptions().mutations?.retry).toBe(false);
  });
});
