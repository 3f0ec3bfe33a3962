import { describe, expect, test, vi } from 'vitest';
import { ApiProblem, isProblem } from './problem';
import { readProblem } from './readProblem';

const answer = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers });

describe('readProblem', () => {
  test('Problem_WithFields_TellsEachOfThem', () => {
    const problem = readProblem(answer(422), { title: 'Invalid', detail: 'Two fields.', code: 'bad-input', traceId: 'abc', errors: { title: ['must not be blank'], year: 'is too early' } });
    expect(problem).toMatchObject({ status: 422, title: 'Invalid', detail: 'Two fields.', code: 'bad-input', traceId: 'abc', offline: false });
    expect(problem.errors).toEqual({ title: ['must not be blank'], year: ['is too early'] });
  });

  test('Problem_WithMembersOfItsOwn_KeepsThem', () => {
    expect(readProblem(answer(403), { code: 'pin-wrong', attemptsLeft: 2 }).extensions).toEqual({ attemptsLeft: 2 });
  });

  test.each(['<html>', undefined, null, [1]])('Problem_NoProblemInside_%s_IsStillOne', body => {
    expect(readProblem(answer(502), body)).toMatchObject({ status: 502, code: null, errors: {} });
  });

  test('RetryAfter_Seconds_AreRead', () => {
    expect(readProblem(answer(429, { 'Retry-After': '17' }), {}).retryAfterSeconds).toBe(17);
  });

  test('RetryAfter_Date_IsCountedFromNow', () => {
    vi.useFakeTimers({ now: Date.parse('2026-01-31T12:00:00Z') });
    expect(readProblem(answer(503, { 'Retry-After': 'Sat, 31 Jan 2026 12:00:30 GMT' }), {}).retryAfterSeconds).toBe(30);
    vi.useRealTimers();
  });

  test('StepUp_Challenge_SaysWhatIsAskedFor', () => {
    const challenge = 'Bearer error="insufficient_user_authentication", acr_values="urn:streamix:mfa", max_age="600"';
    expect(readProblem(answer(401, { 'WWW-Authenticate': challenge }), {}).stepUp).toEqual({ acr: 'urn:streamix:mfa', maxAgeSeconds: 600 });
  });

  test('StepUp_OtherChallenge_IsNone', () => {
    expect(readProblem(answer(401, { 'WWW-Authenticate': 'Bearer error="invalid_token"' }), {}).stepUp).toBeNull();
  });
});

describe('isProblem', () => {
  test('IsProblem_ByCode_TellsThemApart', () => {
    const problem = new ApiProblem({ status: 409, code: 'taken' });
    expect([isProblem(problem), isProblem(problem, 'taken'), isProblem(problem, 'other'), isProblem(new Error('x'))]).toEqual([true, true, false, false]);
  });
});
