import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PreferenceStore } from '../preferences/preferences';
import type { Heartbeat, HeartbeatAnswer, PlaybackAnswer, StartWish } from '../session/contract';
import { anAnswer, heard } from '../testing/answers';
import { FakeEngine, threeTracks } from '../testing/FakeEngine';
import { PlayerController } from './PlayerController';

const episode = { titleId: 't2', seasonNumber: 1, number: 2 };
const markers = [{ kind: 'intro', fromSeconds: 10, toSeconds: 40 }, { kind: 'chapter', fromSeconds: 0, toSeconds: 100, name: 'One' }, { kind: 'chapter', fromSeconds: 100, toSeconds: 600, name: 'Two' }];

describe('Watching', () => {
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

  test('Intro_ProfileSkipsThem_IsSkippedOnce', async () => {
    start.mockResolvedValue(anAnswer({ markers, choice: { audio: null, text: null, autoplayNext: true, skipIntros: true } }));
    await controller.start();
    engine.move({ time: 11 });
    engine.move({ time: 12 });

    expect(engine.seeks).toEqual([40]);
  });

  test('Next_CreditsReached_CountsAndGoes', async () => {
    start.mockResolvedValue(anAnswer({ next: episode }));
    await controller.start();
    engine.move({ time: 591 });
    expect(state().next).toEqual({ kind: 'counting', left: 9 });
    engine.move({ time: 600, ended: true });

    expect(goTo).toHaveBeenCalledExactlyOnceWith('t2');
  });

  test('Next_Cancelled_StaysAtTheEnd', async () => {
    start.mockResolvedValue(anAnswer({ next: episode }));
    await controller.start();
    engine.move({ time: 591 });
    controller.cancelNext();
    engine.move({ time: 600, ended: true });

    expect(state().next).toEqual({ kind: 'offered' });
    expect(goTo).not.toHaveBeenCalled();
  });

  test('SeekBy_WhileItSeeks_AddsUp', async () => {
    await controller.start();
    engine.move({ time: 100 });
    controller.commands.seekBy(10);
    engine.move({ time: 100, seeking: true });
    controller.commands.seekBy(10);
    controller.commands.seekBy(-1000);

    expect(engine.seeks).toEqual([110, 120, 0]);
  });

  test('SeekToChapter_Back_GoesToItsStartFirst', async () => {
    start.mockResolvedValue(anAnswer({ markers }));
    await controller.start();
    engine.move({ time: 150 });
    controller.commands.seekToChapter(-1);
    controller.commands.seekToChapter(-1);
    controller.commands.seekToChapter(1);

    expect(engine.seeks).toEqual([100, 0, 100]);
  });

  test('Choices_OfTracksVolumeAndSpeed_AreRemembered', async () => {
    await controller.start();
    engine.tell(threeTracks);
    controller.commands.toggleCaptions();
    controller.commands.chooseAudio('de/main/2');
    controller.commands.chooseQuality('360');
    controller.commands.setRate(1.5);
    controller.commands.setVolume(0.25);

    expect(preferences.get()).toMatchObject({ captions: 'en/subtitles', audio: 'de/main', quality: 360, rate: 1.5, volume: 0.25, muted: false });
    await controller.start();
    expect(engine.sources[1]).toMatchObject({ audio: { language: 'de', role: 'main' }, text: { language: 'en', role: 'subtitles' }, quality: 360 });
  });
});
