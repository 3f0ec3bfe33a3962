import { api, unwrap } from '@streamix/api';
import type { HeartbeatAnswer, PlaybackAnswer, PlaybackApi, RenewalAnswer } from './contract';

const playbacks = '/api/v1/playback/playbacks';

// The contract's document leaves some members without a type; what the player relies on stands in contract.ts.
export const httpPlaybackApi: PlaybackApi = {
  async start(wish, key, signal) {
    const body = { ...wish, device: { ...wish.device } };
    return await unwrap(api.POST(playbacks, { params: { header: { 'Idempotency-Key': key } }, body, signal })) as PlaybackAnswer;
  },
  async beat(playbackId, beat, keepalive) {
    const body = { ...beat, positions: [...beat.positions], quality: beat.quality && { ...beat.quality, errors: [...beat.quality.errors] } };
    return await unwrap(api.POST(`${playbacks}/{id}/heartbeats`, { params: { path: { id: playbackId } }, body, keepalive })) as HeartbeatAnswer;
  },
  async renew(playbackId) {
    return await unwrap(api.POST(`${playbacks}/{id}/renewals`, { params: { path: { id: playbackId } } })) as RenewalAnswer;
  },
};
