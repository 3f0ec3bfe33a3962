import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Limits } from '../engine/limits';
import { formatWish } from '../preferences/formatWish';
import { PreferenceStore } from '../preferences/preferences';
import { anAnswer, heard } from '../testing/answers';
import { FakeEngine } from '../testing/FakeEngine';
import type { ControllerParts } from './ControllerParts';
import { PlayerController } from './PlayerController';

const unreadable = { category: 4, code: 4001, severity: 2, data: [] };
const manifests = { hls: '/h.m3u8', hlsClearKey: '/k.m3u8', dash: '/d.mpd' };

describe('Formats', () => {
  let engine: FakeEngine;
  let controller: PlayerController;
  const beat = vi.fn(() => Promise.resolve(heard()));
  const formats = () => engine.sources.map(source => source.format);

  async function start(part: Partial<ControllerParts> = {}) {
    const device = { id: 'd', name: 'Test', security: 'software', outputProtection: 'none' } as const;
    const api = { start: () => Promise.resolve(anAnswer({ manifests, resume: { position: 123, completed: false } })), beat, renew: vi.fn() };
    controller = new PlayerController({
      api, titleId: 't1', device, engine: () => Promise.resolve(engine), preferences: new PreferenceStore(localStorage), storage: localStorage, from: 'resume', goTo: vi.fn(),
      abilities: { mediaSource: true, managedMediaSource: false, nativeHls: false }, ...part,
    });
    const started = controller.start();
    await vi.advanceTimersByTimeAsync(1_500);
    await started;
  }

  beforeEach(() => {
    vi.useFakeTimers();
    beat.mockClear();
    engine = new FakeEngine();
  });

  afterEach(async () => {
    await controller.destroy();
    vi.useRealTimers();
  });

  test('Start_ManifestCannotBeRead_PlaysAsHlsAtTheSamePlace', async () => {
    engine.loadErrors = [unreadable];
    await start();

    expect(engine.sources).toMatchObject([{ format: 'dash', position: 123 }, { format: 'hls', position: 123, manifest: 'http://localhost:8080/k.m3u8' }]);
    expect(controller.store.get()).toMatchObject({ phase: 'playing', failure: null });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(beat).toHaveBeenCalledWith('p1', expect.objectContaining({ quality: expect.objectContaining({ errors: ['4001'] }) }), false);
  });

  test('Start_ParserBreaksOverTheManifest_PlaysAsHls', async () => {
    engine.loadErrors = [new Error('XML is too deeply nested')];
    await start();

    expect(formats()).toEqual(['dash', 'hls']);
    expect(controller.store.get().phase).toBe('playing');
  });

  test('Start_NeitherCanBeRead_FailsAfterBothAndStaysWithHlsWhenTriedAgain', async () => {
    engine.loadErrors = [unreadable, { ...unreadable, code: 4022 }];
    await start();
    expect(formats()).toEqual(['dash', 'hls']);
    expect(controller.store.get()).toMatchObject({ phase: 'failed', failure: { technical: '4022' } });

    controller.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(formats()).toEqual(['dash', 'hls', 'hls']);
    expect(controller.store.get().phase).toBe('playing');
  });

  test.each([
    ['the network', { category: 1, code: 1002, severity: 2, data: ['/d.mpd'] }],
    ['the status', { category: 1, code: 1001, severity: 2, data: ['/d.mpd', 403] }],
    ['the licence', { category: 6, code: 6007, severity: 2, data: [] }],
    ['the keys', { category: 4, code: 4012, severity: 2, data: [] }],
  ])('Start_TroubleIs_%s_FailsAsItIs', async (_, error) => {
    engine.loadErrors = [error];
    await start();

    expect(formats()).toEqual(['dash']);
    expect(controller.store.get().phase).toBe('failed');
  });

  test('Start_DashAskedForByName_FallsToNothingElse', async () => {
    engine.loadErrors = [unreadable];
    await start({ format: 'dash' });

    expect(formats()).toEqual(['dash']);
    expect(controller.store.get().phase).toBe('failed');
  });

  test('Start_HlsAskedForByName_IsTaken', async () => {
    await start({ format: 'hls' });

    expect(engine.sources).toMatchObject([{ format: 'hls', manifest: 'http://localhost:8080/k.m3u8' }]);
  });

  const none: Limits = { lines: null, saves: false };
  const some: Limits = { lines: 576, saves: true };
  test.each([
    ['Known', () => Promise.resolve(some), some], ['Unknown', () => Promise.reject(new Error('offline')), none], ['Late', () => new Promise<Limits>(() => {}), none],
  ] as const)('Start_LimitsOfTheProfile%s_AreKeptAndNeverWaitedForLong', async (_, limits, kept) => {
    await start({ limits });

    expect(engine.sources[0]?.limits).toEqual(kept);
    expect(controller.store.get().phase).toBe('playing');
  });
});

describe('FormatWish', () => {
  test('FormatWish_OnceAsked_HoldsForTheTabUntilTakenBack', () => {
    expect([null, 'hls', null, 'nonsense', 'dash', null, 'auto', null].map(asked => formatWish(asked, sessionStorage))).toEqual([null, 'hls', 'hls', null, 'dash', 'dash', null, null]);
  });

  test('FormatWish_StorageForbidden_HoldsForThisPage', () => {
    const forbidden = () => { throw new Error('forbidden'); };

    expect(formatWish('hls', { getItem: forbidden, setItem: forbidden, removeItem: forbidden })).toBe('hls');
  });
});
