import type { HeartbeatAnswer, PlaybackAnswer } from '../session/contract';

/** A playback as the service starts it; now is when fake clocks begin. */
export function anAnswer(part: Partial<PlaybackAnswer> = {}, now = Date.now()): PlaybackAnswer {
  return {
    playbackId: 'p1', titleId: 't1', duration: 600,
    manifests: { hls: '/api/v1/playback/playbacks/p1/master.m3u8?k=x', hlsClearKey: null, dash: '/api/v1/playback/playbacks/p1/manifest.mpd?k=x' },
    edges: [
      { name: 'edge-1', base: 'http://edge-1/t/one/pkg/', token: 'one', query: '' },
      { name: 'edge-2', base: 'http://edge-2/t/two/pkg/', token: 'two', query: '' },
    ],
    renewal: { renewAt: new Date(now + 360_000).toISOString(), expiresAt: new Date(now + 600_000).toISOString() },
    licence: null,
    heartbeat: { intervalSeconds: 10, silentAfterSeconds: 45 },
    quality: { mostLines: 1080, renditions: ['360p', '1080p'] },
    audio: [{ name: 'en-main', language: 'en', channels: 2, role: 'main' }, { name: 'de-main', language: 'de', channels: 2, role: 'main' }],
    texts: [{ name: 'en-sub', language: 'en', kind: 'subtitles' }],
    choice: { audio: 'en-main', text: null, autoplayNext: true, skipIntros: false },
    resume: { position: 0, completed: false },
    thumbnails: null, poster: 'http://edge-1/t/one/pkg/poster.jpg', markers: [], next: null, goodUntil: null,
    ...part,
  };
}

export function heard(part: Partial<HeartbeatAnswer> = {}): HeartbeatAnswer {
  return { next: 10, state: 'playing', reason: null, code: null, kept: true, ...part };
}

export function aProblem(status: number, part: object = {}): Error {
  return Object.assign(new Error(`Status ${status}`), { status, code: null, detail: '', reason: null, retryAfterSeconds: null, extensions: {}, offline: false }, part);
}
