import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aProblem } from '../testing/answers';
import { systemClock } from './clock';
import type { RenewalAnswer } from './contract';
import { Renewals } from './Renewals';

const times = (renew: number, expire: number) => ({ renewAt: new Date(Date.now() + renew).toISOString(), expiresAt: new Date(Date.now() + expire).toISOString() });
const answer = (): RenewalAnswer => ({ edges: [], renewal: times(360_000, 600_000), licence: null });

describe('Renewals', () => {
  const ask = vi.fn<() => Promise<RenewalAnswer>>();
  const learn = vi.fn();
  const refused = vi.fn();
  let renewals: Renewals;

  beforeEach(() => {
    vi.useFakeTimers();
    ask.mockReset().mockImplementation(() => Promise.resolve(answer()));
    learn.mockReset();
    refused.mockReset();
    renewals = new Renewals({ clock: systemClock, ask, learn, refused });
  });

  afterEach(() => { vi.useRealTimers(); });

  test('Plan_UntilItsTime_AsksThenAndNotBefore', async () => {
    renewals.plan(times(360_000, 600_000));
    await vi.advanceTimersByTimeAsync(359_999);
    expect(ask).not.toHaveBeenCalled();

    await vi.advanceTimersByTimeAsync(1);
    expect(ask).toHaveBeenCalledOnce();
    expect(learn).toHaveBeenCalledOnce();
  });

  test('Plan_ThreeTimes_GoesOnByWhatEachAnswerSays', async () => {
    renewals.plan(times(360_000, 600_000));
    await vi.advanceTimersByTimeAsync(3 * 360_000);

    expect(renewals.count).toBe(3);
  });

  test('Now_ConnectionAway_TriesAgainEverMoreCalmly', async () => {
    ask.mockRejectedValue(aProblem(0, { offline: true }));
    renewals.plan(times(0, 240_000));
    await vi.advanceTimersByTimeAsync(0);
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.advanceTimersByTimeAsync(2_000);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(ask).toHaveBeenCalledTimes(3);

    ask.mockResolvedValue(answer());
    await vi.advanceTimersByTimeAsync(1);
    expect(renewals.count).toBe(1);
    expect(refused).not.toHaveBeenCalled();
  });

  test('Now_PlaybackEnded_SaysSoAndNeverAsksAgain', async () => {
    const ended = aProblem(410, { code: 'playback-ended' });
    ask.mockRejectedValue(ended);
    renewals.plan(times(10, 20));
    await vi.advanceTimersByTimeAsync(600_000);

    expect(refused).toHaveBeenCalledExactlyOnceWith(ended);
    expect(ask).toHaveBeenCalledOnce();
  });

  test('Now_Twice_AsksOnce', async () => {
    await Promise.all([renewals.now(), renewals.now()]);

    expect(ask).toHaveBeenCalledOnce();
  });

  test('Stop_WhilePlanned_AsksNothing', async () => {
    renewals.plan(times(10, 20));
    renewals.stop();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(ask).not.toHaveBeenCalled();
  });
});
