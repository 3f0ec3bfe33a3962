import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PreferenceStore } from '../preferences/preferences';
import type { Heartbeat, HeartbeatAnswer, PlaybackAnswer, StartWish } from '../session/contract';
import { anAnswer, aProblem, heard } from '../testing/answers';
import { FakeEngine } from '../testing/FakeEngine';
import { PlayerController } from './PlayerController';


describe('PlayerController', () => {
  const start = vi.fn<(wish: StartWish, key: string) => Promise<PlaybackAnswer>>();
  const beat = vi.fn<(id: string, told: Heartbeat, keepalive: boolean) => Promise<HeartbeatAnswer>>();
  const goTo = vi.fn();
  let engine: FakeEngine;
  let controller: PlayerController;
  let preferences: PreferenceStore;
  const state = () => controller.store.get();

  function make(from: 'ask' | 'resume' | 'start' = 'ask') {
    preferences = new PreferenceStore(localStorage);
    const device = { id: 'd', name: 'Test', security: 'software', outputProtection: 'none' } as const;
    controller = new PlayerController({ api: { start, beat, renew: vi.fn() }, titleId: 't1', device, engine: () => Promise.resolve(engine), preferences, storage: localStorage, from, goTo });
  }

  beforeEach(() => {
    vi.useFakeTimers();
    start.mockReset().mockImplementation(() => Promise.resolve(anAnswer()));
    beat.mockReset().mockImplementation(() => Promise.resolve(heard()));
    goTo.mockReset();
    engine = new FakeEngine();
    make();
  });

  afterEach(async () => {
    await controller.destroy();
    vi.useRealTimers();
  });

  test('Start_NeverPlayed_PlaysFromTheStart', async () => {
    await controller.start();

    expect(state().phase).toBe('playing');
    expect(engine.sources[0]).toMatchObject({ position: null, audio: { language: 'en', role: 'main' }, text: null });
    expect(engine.sources[0]?.manifest).toBe('http://localhost:8080/api/v1/playback/playbacks/p1/manifest.mpd?k=x');
    expect(state().media.paused).toBe(false);
  });

  test('Start_LeftInTheMiddle_AsksAndGoesOnOrStartsOver', async () => {
    start.mockResolvedValue(anAnswer({ resume: { position: 123, completed: false } }));
    await controller.start();
    expect(state()).toMatchObject({ phase: 'asking', resume: 123 });
    expect(state().media.paused).toBe(true);
    expect(engine.sources[0]?.position).toBe(123);

    controller.choose('start');
    await vi.advanceTimersByTimeAsync(0);
    expect(state()).toMatchObject({ phase: 'playing', resume: null });
    expect(engine.state).toMatchObject({ time: 0, paused: false });
  });

  test('Start_FromResume_AsksNothing', async () => {
    make('resume');
    start.mockResolvedValue(anAnswer({ resume: { position: 123, completed: false } }));
    await controller.start();

    expect(state().phase).toBe('playing');
    expect(engine.state.time).toBe(123);
  });

  test('Start_BrowserForbidsSound_ShowsThatItIsBlocked', async () => {
    engine.mayPlay = false;
    await controller.start();
    expect(state().blocked).toBe(true);

    engine.mayPlay = true;
    await controller.commands.play();
    expect(state().blocked).toBe(false);
  });

  test('Start_Offline_ComesAgainWithTheSameKeyWhenTheConnectionIsBack', async () => {
    start.mockRejectedValueOnce(aProblem(0, { offline: true }));
    await controller.start();
    expect(state()).toMatchObject({ phase: 'failed', failure: { code: 'offline' } });

    controller.setOnline(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(state().phase).toBe('playing');
    expect(start.mock.calls[1]?.[1]).toBe(start.mock.calls[0]?.[1]);
  });

  test('Start_PinNeeded_GoesWithThePinUnderAnotherKey', async () => {
    start.mockRejectedValueOnce(aProblem(403, { code: 'pin-needed' }));
    await controller.start();
    await controller.start({ pin: '2580' });

    expect(start.mock.calls[1]?.[0]).toMatchObject({ pin: '2580' });
    expect(start.mock.calls[1]?.[1]).not.toBe(start.mock.calls[0]?.[1]);
    expect(state().phase).toBe('playing');
  });

  test('Destroy_BeforeAnythingMoved_EndsItWithoutAPosition', async () => {
    engine.mayPlay = false;
    await controller.start();
    await controller.destroy();

    expect(beat).toHaveBeenCalledExactlyOnceWith('p1', expect.objectContaining({ positions: [], ended: true }), true);
    expect(engine.destroyed).toBe(true);
  });

  test('Heartbeat_EndedElsewhere_SaysSo', async () => {
    await controller.start();
    beat.mockResolvedValue(heard({ state: 'ended', reason: 'elsewhere' }));
    await vi.advanceTimersByTimeAsync(10_000);

    expect(state()).toMatchObject({ phase: 'failed', failure: { code: 'elsewhere' } });
    expect(engine.state.paused).toBe(true);
  });

  test('Heartbeat_EndedInSilenceWhilePaused_WakesAtThePlaceWhenPlayed', async () => {
    vi.setSystemTime(1_000_000);
    await vi.advanceTimersByTimeAsync(100_000);
    await controller.start();
    engine.move({ time: 77 });
    controller.commands.pause();
    beat.mockResolvedValue(heard({ state: 'ended', reason: 'silent' }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(state().phase).toBe('playing');
    expect(start).toHaveBeenCalledOnce();

    beat.mockResolvedValue(heard());
    await controller.commands.play();
    await vi.advanceTimersByTimeAsync(0);
    expect(start).toHaveBeenCalledTimes(2);
    expect(engine.sources[1]?.position).toBe(77);
    expect(state().phase).toBe('playing');
  });

  test('Retry_AfterAFailure_GoesOnWhereItWas', async () => {
    await controller.start();
    engine.move({ time: 200 });
    engine.listener?.failed({ code: 'media' });
    expect(state().failure?.code).toBe('media');

    controller.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(engine.sources[1]?.position).toBe(200);
    expect(state()).toMatchObject({ phase: 'playing', failure: null });
  });
});
