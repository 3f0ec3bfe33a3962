import { describe, expect, test, vi } from 'vitest';
import { EdgeBook } from '../session/EdgeBook';
import { noLimits } from './limits';
import { type Gauge, QualityMeter } from './QualityMeter';
import { ahead } from './readMedia';
import { Retries } from './Retries';
import { ShakaRequests } from './shakaRequests';
import { audioOf, closest, textOf, trackState } from './shakaTracks';
import { StallGuard } from './StallGuard';

const gauge = (part: Partial<Gauge> = {}): Gauge => ({ playing: true, waiting: false, seeking: false, started: true, bitrate: 2_000_000, switches: 0, droppedFrames: 0, edge: 'edge-1', ...part });

describe('QualityMeter', () => {
  test('Take_PlayedWithAStall_TellsBothAndTheStartOnce', () => {
    const meter = new QualityMeter(0);
    meter.see(gauge({ started: false, waiting: true }), 100);
    meter.see(gauge(), 430);
    meter.see(gauge({ waiting: true }), 4_430);
    meter.see(gauge({ bitrate: 4_000_000, switches: 1, droppedFrames: 3 }), 5_430);
    meter.see(gauge({ bitrate: 4_000_000, switches: 1, droppedFrames: 3 }), 9_430);

    expect(meter.take()).toEqual({ playedSeconds: 8, startMilliseconds: 430, stalls: 1, stalledSeconds: 1, bitrate: 3_000_000, switches: 1, droppedFrames: 3, errors: [], edge: 'edge-1' });
    expect(meter.take()).toMatchObject({ playedSeconds: 0, startMilliseconds: null, stalls: 0, switches: 0, droppedFrames: 0 });
  });

  test('See_WaitingWhileSeeking_IsNoStall', () => {
    const meter = new QualityMeter(0);
    meter.see(gauge(), 10);
    meter.see(gauge({ waiting: true, seeking: true }), 20);

    expect(meter.take().stalls).toBe(0);
  });

  test('GiveBack_NotArrived_IsPartOfTheNext', () => {
    const meter = new QualityMeter(0);
    meter.see(gauge(), 0);
    meter.see(gauge(), 2_000);
    meter.stumble('1001-503 <b>');
    meter.giveBack(meter.take());
    meter.see(gauge(), 5_000);

    expect(meter.take()).toMatchObject({ playedSeconds: 5, errors: ['1001-503__b_'], startMilliseconds: 0 });
  });
});

describe('StallGuard', () => {
  const watched = { time: 5, ahead: 3, wantsToPlay: true, seeking: false };

  test('Look_StandsStillWithData_NudgesThenWaits', () => {
    const guard = new StallGuard();
    expect([0, 3_999, 4_000, 5_000, 8_000].map(now => guard.look(watched, now))).toEqual(['none', 'none', 'nudge', 'none', 'nudge']);
  });

  test('Look_StandsStillWithoutData_Fetches', () => {
    const guard = new StallGuard();
    guard.look({ ...watched, ahead: 0 }, 0);
    expect(guard.look({ ...watched, ahead: 0 }, 4_500)).toBe('fetch');
  });

  test.each([{ wantsToPlay: false }, { seeking: true }])('Look_%o_IsNoStall', part => {
    const guard = new StallGuard();
    guard.look({ ...watched, ...part }, 0);
    expect(guard.look({ ...watched, ...part }, 60_000)).toBe('none');
  });
});

test('Retries_ManyFailures_WaitLongerThenGiveUp', () => {
  const retries = new Retries();

  expect(Array.from({ length: 7 }, () => retries.next(true))).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, null]);
  expect(retries.next(false)).toBe(30_000);
  retries.reset();
  expect(retries.next(true)).toBe(1_000);
});

test.each([[0, 12], [11, 1], [15, 0], [20, 5]])('Ahead_At%s_Is%s', (time, seconds) => {
  expect(ahead([{ start: 0, end: 12 }, { start: 20, end: 25 }], time)).toBe(seconds);
});

describe('ShakaTracks', () => {
  const video = (width: number, height: number, bandwidth: number, active = false) =>
    ({ width, height, bandwidth, active, frameRate: 24, codecs: null, colorGamut: null, hdr: null, label: null, language: '', mimeType: null, pixelAspectRatio: null, roles: [], videoLayout: null });

  test('TrackState_TwoRungsOfOneHeight_OffersTheBetterOnceAndUprightByItsSmallerSide', () => {
    const { qualities, playing } = trackState({ videos: [video(640, 360, 5, true), video(640, 360, 9), video(1080, 1920, 20)], audios: [], texts: [], chosen: null });

    expect(qualities.map(({ lines, bandwidth }) => [lines, bandwidth])).toEqual([[1080, 20], [360, 9]]);
    expect(playing?.lines).toBe(360);
  });

  test('TextOf_Roles_TellCaptionsSubtitlesAndForcedApart', () => {
    const track = { language: 'en', label: null, forced: false, kind: null, roles: [] as string[] };

    expect([textOf(track).role, textOf({ ...track, roles: ['caption'] }).role, textOf({ ...track, roles: ['forced-subtitle'] }).role]).toEqual(['subtitles', 'captions', 'forced']);
  });

  test('AudioOf_Description_IsNotMain', () => {
    expect(audioOf({ language: 'en', roles: ['description'], label: null, channelsCount: 2 })).toMatchObject({ id: 'en/description/2', role: 'description' });
  });

  test('Tracks_OfHls_AreWhatTheirNamesSay', () => {
    const roles = new Map([['en-talk', 'commentary'], ['en-cc', 'captions']]);
    const audio = { language: 'en', roles: [], label: 'en-talk', channelsCount: 2 };
    const text = { language: 'en', roles: ['public.accessibility.describes-music-and-sound'], label: 'en-cc', forced: false, kind: 'subtitle' };

    expect([audioOf(audio, roles).id, textOf(text, roles).id, audioOf({ ...audio, label: 'else' }, roles).role]).toEqual(['en/commentary/2', 'en/captions', 'main']);
  });

  test('Closest_OtherTagOrRole_TakesTheLanguage', () => {
    const tracks = [{ id: '1', language: 'pt-BR', role: 'captions', label: null }, { id: '2', language: 'en', role: 'subtitles', label: null }];

    expect([closest(tracks, 'pt', 'captions')?.id, closest(tracks, 'en-GB', 'captions')?.id, closest(tracks, 'fr', 'captions')]).toEqual(['1', '2', null]);
  });
});

describe('ShakaRequests', () => {
  const types = { SEGMENT: 1, LICENSE: 2, MANIFEST: 0 };
  const edges = new EdgeBook();
  edges.learn([{ name: 'a', base: 'http://a/t/old/', token: 'old', query: '' }, { name: 'b', base: 'http://b/t/other/', token: 'other', query: '' }]);
  edges.learn([{ name: 'a', base: 'http://a/t/new/', token: 'new', query: '' }]);
  edges.learn([{ name: 'a', base: 'http://a/t/new/', token: 'new', query: '' }, { name: 'b', base: 'http://b/t/other/', token: 'other', query: '' }]);
  const source = {
    format: 'dash' as const, limits: noLimits, roles: new Map<string, string>(), manifest: '', position: null, edges, audio: null, text: null, quality: null, refused: () => Promise.resolve(),
    licence: () => ({ clearKey: '/api/v1/drm/clearkey', header: 'Playback-Token', token: 'secret', expiresAt: '' }),
  };
  const requests = () => new ShakaRequests(source, types as never);
  const request = (uris: string[]) => ({ uris, headers: {} as Record<string, string> });

  test('Filter_Segment_AsksTheNewestAddressThenTheOtherEdge', () => {
    const asked = request(['http://a/t/old/1.m4s']);
    requests().filter(types.SEGMENT as never, asked as never);

    expect(asked).toEqual({ uris: ['http://a/t/new/1.m4s', 'http://b/t/other/1.m4s'], headers: {} });
  });

  test('Filter_Licence_CarriesThePlaybacksToken_AndNothingElseDoes', () => {
    const [licence, manifest] = [request(['/api/v1/drm/clearkey']), request(['/m.mpd'])];
    requests().filter(types.LICENSE as never, licence as never);
    requests().filter(types.MANIFEST as never, manifest as never);

    expect([licence.headers, manifest.headers]).toEqual([{ 'Playback-Token': 'secret' }, {}]);
  });

  test('Filter_PlaylistAtAnEdge_AsksTheOtherEdgeToo', () => {
    const asked = request(['http://a/t/old/360p.m3u8']);
    requests().filter(types.MANIFEST as never, asked as never);

    expect(asked.uris).toEqual(['http://a/t/new/360p.m3u8', 'http://b/t/other/360p.m3u8']);
  });

  test('Note_SegmentArrived_NamesItsEdge', () => {
    const noted = requests();
    noted.note(types.SEGMENT as never, { uri: 'http://b/t/other/1.m4s' } as never);

    expect(noted.edge).toBe('b');
  });

  test('Failed_EdgeAway_IsAskedLast', () => {
    const [made, asked] = [requests(), request(['http://a/t/old/1.m4s'])];
    made.failed({ category: 1, code: 1002, severity: 2, data: ['http://a/t/new/0.m4s'] });
    made.filter(types.SEGMENT as never, asked as never);

    expect(asked.uris).toEqual(['http://b/t/other/1.m4s', 'http://a/t/new/1.m4s']);
  });

  test('Failed_AddressTooOld_IsRenewedThoughAnotherEdgeIsAwayToo', () => {
    const refused = vi.fn(() => Promise.resolve());
    const made = new ShakaRequests({ ...source, refused }, types as never);
    made.failed({ category: 1, code: 1001, severity: 1, data: ['http://a/t/new/0.m4s', 403] });
    made.failed({ category: 1, code: 1002, severity: 2, data: ['http://b/t/other/0.m4s'] });

    expect(refused).toHaveBeenCalledOnce();
  });
});
