import type { Schemas } from '@streamix/api';

/** What a player uses of the playback service's answers, in the types of its document. */
export type PlaybackAnswer = Readonly<Omit<Whole, 'explanation' | 'missing' | 'licence' | 'audio' | 'texts' | 'resume'>> & {
  readonly licence: Licence | null;
  readonly audio: readonly AudioTrack[];
  readonly texts: readonly TextTrack[];
  readonly resume: Resume | null;
};

export type Edge = Readonly<Schemas['StreamingPlaybackContext.EdgeView']>;
export type RenewalTimes = Readonly<Schemas['StreamingPlaybackContext.RenewalTimes']>;
export type Licence = Readonly<Omit<Schemas['StreamingPlaybackContext.LicenceView'], 'keys'>>;
export type AudioTrack = Readonly<Pick<Schemas['StreamingPlaybackContext.AudioTrack'], 'name' | 'language' | 'channels' | 'role'>>;
export type TextTrack = Readonly<Omit<Schemas['StreamingPlaybackContext.TextTrack'], 'path'>>;
export type Resume = Readonly<Omit<Schemas['StreamingPlaybackContext.ResumeView'], 'playedAt'>>;
export type Marker = Readonly<Schemas['StreamingPlaybackContext.Marker']>;
export type NextEpisode = Readonly<Schemas['StreamingPlaybackContext.NextEpisode']>;
export type HeartbeatAnswer = Readonly<Schemas['StreamingPlaybackContext.HeartbeatAnswer']>;
export type RenewalAnswer = Readonly<Omit<Schemas['StreamingPlaybackContext.RenewalAnswer'], 'licence'>> & { readonly licence: Licence | null };

export type Position = Readonly<Schemas['StreamingPlaybackContext.PositionDraft']>;
/** A player leaves nothing of these out. */
export type QualityReport = Readonly<Required<Omit<QualityDraft, 'errors'>>> & { readonly errors: readonly string[] };
export type Heartbeat = Readonly<Required<Omit<Schemas['StreamingPlaybackContext.HeartbeatDraft'], 'positions' | 'quality'>>> & {
  readonly positions: readonly Position[];
  readonly quality: QualityReport | null;
};
export type StartWish = Readonly<Omit<Schemas['StreamingPlaybackContext.StartDraft'], 'device'>> & {
  readonly device: Readonly<Required<Schemas['StreamingPlaybackContext.DeviceDraft']>>;
};

/** The calls of a playback. They throw what the API client throws. */
export interface PlaybackApi {
  start(wish: StartWish, key: string, signal?: AbortSignal): Promise<PlaybackAnswer>;
  beat(playbackId: string, beat: Heartbeat, keepalive: boolean): Promise<HeartbeatAnswer>;
  renew(playbackId: string): Promise<RenewalAnswer>;
}

type Whole = Schemas['StreamingPlaybackContext.PlaybackAnswer'];
type QualityDraft = Schemas['StreamingPlaybackContext.QualityDraft'];
