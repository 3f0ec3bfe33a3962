import { describe, expect, test } from 'vitest';
import english from '../../../locales/en/player.json';
import arabic from '../../../locales/ar/player.json';
import { failureOf } from '../engine/shakaFailure';
import { aProblem } from '../testing/answers';
import { readService } from '../testing/serviceSources.mjs';
import { endReasons, isFailureCode, playerCodes, refusalCodes } from './failure';
import { dateIn, fromEnd, fromProblem } from './fromProblem';
import { remedies } from './screens';

const contracts = ['Contracts/Rights/RefusalCodes', 'Contracts/Playbacks/PlaybackEnds', 'PlaybackContext/Playbacks/PlaybackProblems'];
const services = contracts.map(readService);
const codes = [...refusalCodes, ...endReasons, ...playerCodes];

describe('Failures', () => {
  test('Codes_OfTheServices_AreAllKnownHere', () => {
    const told = services.flatMap(source => [...source.matchAll(/public const string \w+ = "([a-z-]+)"/g)].map(match => match[1] ?? ''));

    expect(told.length).toBeGreaterThan(15);
    expect(told.filter(code => code !== 'stopped' && !isFailureCode(code))).toEqual([]);
  });

  test.each(codes)('Screen_%s_HasWordsInBothLanguagesAndSomethingToDo', code => {
    for (const words of [english, arabic]) {
      expect(words.errors[code].title.length).toBeGreaterThan(3);
      expect(words.errors[code].body.length).toBeGreaterThan(3);
    }
    expect(remedies[code].length).toBeGreaterThan(0);
  });

  test.each(refusalCodes.filter(code => code !== 'playback-ended'))('FromProblem_403_%s_KeepsTheCode', code => {
    expect(fromProblem(aProblem(403, { code }))).toMatchObject({ code });
  });

  test.each([
    [aProblem(0, { offline: true }), 'offline'], [aProblem(401), 'signed-out'], [aProblem(429), 'too-many-requests'], [aProblem(503), 'unavailable'], [aProblem(404), 'no-such-title'],
    [aProblem(410, { code: 'playback-ended', reason: 'elsewhere' }), 'elsewhere'], [aProblem(410, { code: 'playback-ended', reason: 'revoked', extensions: { endCode: 'not-in-plan' } }), 'not-in-plan'],
    [aProblem(410, { code: 'no-longer' }), 'no-longer'], [aProblem(422, { code: 'other-request' }), 'other-request'], [new TypeError('x'), 'unknown'], [null, 'unknown'],
  ])('FromProblem_%s_Is%s', (error, code) => {
    expect(fromProblem(error).code).toBe(code);
  });

  test('FromProblem_TooManyStreams_TellsOfThem', () => {
    const streams = [{ playbackId: 'p2', deviceName: 'TV', titleId: 't2', since: '2026-01-01T00:00:00Z' }, { nonsense: true }];

    expect(fromProblem(aProblem(403, { code: 'too-many-streams', extensions: { streams } }))).toEqual({ code: 'too-many-streams', streams: [streams[0]] });
  });

  test('FromProblem_PinWrongThenLocked_TellsWhatIsLeft', () => {
    expect(fromProblem(aProblem(403, { code: 'pin-wrong', extensions: { attemptsLeft: 2 } }), true)).toEqual({ code: 'pin-wrong', attemptsLeft: 2 });
    expect(fromProblem(aProblem(429, { retryAfterSeconds: 60 }), true)).toEqual({ code: 'pin-locked', retryAfterSeconds: 60 });
  });

  test('DateIn_SentenceOfTheService_IsItsMoment', () => {
    expect(dateIn('This title is available from 3 December 2026, 18:30 UTC on.')?.toISOString()).toBe('2026-12-03T18:30:00.000Z');
    expect(dateIn('This title is not available yet.')).toBeUndefined();
  });

  test.each([['silent', null, 'silent'], ['revoked', 'above-maturity', 'above-maturity'], ['stopped', null, 'playback-ended'], [null, null, 'playback-ended']])('FromEnd_%s_%s_Is%s', (reason, code, expected) => {
    expect(fromEnd(reason, code).code).toBe(expected);
  });
});

describe('EngineFailures', () => {
  const error = (category: number, code: number, data: unknown[] = []) => ({ category, code, severity: 2, data });

  test.each([
    [error(1, 1001, ['http://edge', 500]), true, 'unavailable'], [error(1, 1001, ['http://api', 410]), true, 'playback-ended'], [error(1, 1002), true, 'network'], [error(1, 1002), false, 'offline'],
    [error(3, 3016), true, 'media'], [error(4, 4032), true, 'unsupported'], [error(6, 6001), true, 'drm-unsupported'], [error(6, 6007, [error(1, 1001, ['x', 403])]), true, 'licence-refused'],
    [error(4, 4012, [{ restrictedKeyStatuses: ['output-restricted'] }]), true, 'output-protection'], [new Error('x'), true, 'unknown'],
  ])('FailureOf_%o_Online%s_Is%s', (thrown, online, code) => {
    expect(failureOf(thrown, online).code).toBe(code);
  });

  test('FailureOf_LicenceRefused_NamesCodeAndStatus', () => {
    expect(failureOf(error(6, 6007, [error(1, 1001, ['x', 403])]), true).technical).toBe('6007-403');
  });
});
