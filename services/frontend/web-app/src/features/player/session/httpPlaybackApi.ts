import { api, unwrap } from '@streamix/api';
import type { PlaybackApi } from './contract';

const playbacks = '/api/v1/playback/playbacks';

export const httpPlaybackApi: PlaybackApi = {
  start: (wish, key, signal) => unwrap(api.POST(playbacks, { params: { header: { 'Idempotency-Key': key } }, body: { ...wish }, signal })),
  beat: (playbackId, beat, keepalive) => {
    const body = { ...beat, positions: [...beat.positions], quality: beat.quality && { ...beat.quality, errors: [...beat.quality.errors] } };
    return unwrap(api.POST(`${playbacks}/{id}/heartbeats`, { params: { path: { id: playbackId } }, body, keepalive }));
  },
  renew: playbackId => unwrap(api.POST(`${playbacks}/{id}/renewals`, { params: { path: { id: playbackId } } })),
};
