import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aProblem, heard } from '../testing/answers';
import { systemClock } from './clock';
import type { Heartbeat, HeartbeatAnswer, QualityReport } from './contract';
import { Heartbeats } from './Heartbeats';
import { mostPositions } from './PositionQueue';
import { Untold } from './Untold';

const quality: QualityReport = { playedSeconds: 10, startMilliseconds: null, stalls: 0, stalledSeconds: 0, bitrate: 1, switches: 0, droppedFrames: 0, errors: [], edge: null };

describe('Heartbeats', () => {
  const beat = vi.fn<(id: string, told: Heartbeat, keepalive: boolean) => Promise<HeartbeatAnswer>>();
  const [ended, refused, giveBack] = [vi.fn(), vi.fn(), vi.fn()];
  let position: number | null;
  let beats: Heartbeats;
  const told = () => beat.mock.calls.map(call => call[1]);

  beforeEach(() => {
    vi.useFakeTimers();
    beat.mockReset().mockImplementation(() => Promise.resolve(heard()));
    for (const mock of [ended, refused, giveBack]) mock.mockReset();
    position = 0;
    const api = { beat, start: vi.fn(), renew: vi.fn() };
    beats = new Heartbeats({
      api, clock: systemClock, untold: new Untold(localStorage), playbackId: 'p1', position: () => position, quality: () => quality, giveBack, ended, refused,
    }, 10);
    beats.start();
  });

  afterEach(() => { vi.useRealTimers(); });

  test('Tell_EveryInterval_SequenceGrowsAndPositionsAreThoseOfTheMoment', async () => {
    for (const at of [10, 20]) {
      position = at;
      await vi.advanceTimersByTimeAsync(10_000);
    }

    expect(told().map(one => one.sequence)).toEqual([1, 2]);
    expect(told().map(one => one.positions.map(kept => kept.position))).toEqual([[10], [20]]);
  });

  test('Tell_NotKept_PositionsComeAgainWithTheNextOne', async () => {
    beat.mockResolvedValueOnce(heard({ kept: false }));
    position = 10;
    await vi.advanceTimersByTimeAsync(10_000);
    position = 20;
    await vi.advanceTimersByTimeAsync(10_000);
    position = 30;
    await vi.advanceTimersByTimeAsync(10_000);

    expect(told().map(one => one.positions.map(kept => kept.position))).toEqual([[10], [10, 20], [30]]);
  });

  test('Tell_OfflineForHours_KeepsTheLatest500AndGivesTheMeasuresBack', async () => {
    beat.mockRejectedValue(aProblem(0, { offline: true }));
    for (let at = 1; at <= mostPositions + 20; at++) {
      position = at;
      await vi.advanceTimersByTimeAsync(10_000);
    }
    beat.mockResolvedValue(heard());
    position = 9_999;
    await vi.advanceTimersByTimeAsync(10_000);

    const last = told().at(-1)?.positions ?? [];
    expect(last).toHaveLength(mostPositions);
    expect([last[0]?.position, last.at(-1)?.position]).toEqual([22, 9_999]);
    expect(giveBack).toHaveBeenCalledTimes(mostPositions + 20);
    expect(beats.queue.waiting).toEqual([]);
  });

  test('Tell_NothingPlayedYet_OverwritesNoPosition', async () => {
    position = null;
    await vi.advanceTimersByTimeAsync(10_000);

    expect(told()[0]?.positions).toEqual([]);
  });

  test('Finish_PageGoes_IsSentWithKeepaliveAndIsTheLast', async () => {
    position = 42;
    await beats.finish();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(beat).toHaveBeenCalledOnce();
    expect(beat.mock.calls[0]?.[2]).toBe(true);
    expect(told()[0]).toMatchObject({ ended: true, positions: [{ position: 42 }] });
  });

  test('Tell_EndedElsewhere_SaysSoAndStops', async () => {
    beat.mockResolvedValue(heard({ state: 'ended', reason: 'elsewhere' }));
    await vi.advanceTimersByTimeAsync(60_000);

    expect(ended).toHaveBeenCalledOnce();
    expect(beat).toHaveBeenCalledOnce();
  });

  test('Tell_SignedOut_SaysSoAndStops', async () => {
    beat.mockRejectedValue(aProblem(401));
    await vi.advanceTimersByTimeAsync(60_000);

    expect(refused).toHaveBeenCalledOnce();
    expect(beat).toHaveBeenCalledOnce();
  });

  test('Tell_AnswerNamesAnotherInterval_KeepsToIt', async () => {
    beat.mockResolvedValue(heard({ next: 30 }));
    await vi.advanceTimersByTimeAsync(39_999);
    expect(beat).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(beat).toHaveBeenCalledTimes(2);
  });
});
