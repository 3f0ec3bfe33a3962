/** What the playback service answers, as far as a player uses it. */
export interface PlaybackAnswer {
  readonly playbackId: string;
  readonly titleId: string;
  readonly duration: number;
  readonly manifests: { readonly hls: string; readonly hlsClearKey: string | null; readonly dash: string };
  readonly edges: readonly Edge[];
  readonly renewal: RenewalTimes;
  readonly licence: Licence | null;
  readonly heartbeat: { readonly intervalSeconds: number; readonly silentAfterSeconds: number };
  readonly quality: { readonly mostLines: number; readonly renditions: readonly string[] };
  readonly audio: readonly AudioTrack[];
  readonly texts: readonly TextTrack[];
  readonly choice: TrackChoice;
  readonly resume: Resume | null;
  readonly thumbnails: string | null;
  readonly poster: string;
  readonly markers: readonly Marker[];
  readonly next: NextEpisode | null;
  readonly goodUntil: string | null;
}

export interface Edge {
  readonly name: string;
  readonly base: string;
  readonly token: string;
  readonly query: string;
}

export interface RenewalTimes {
  readonly renewAt: string;
  readonly expiresAt: string;
}

export interface Licence {
  readonly clearKey: string;
  readonly header: string;
  readonly token: string;
  readonly expiresAt: string;
}

export interface AudioTrack {
  readonly name: string;
  readonly language: string;
  readonly channels: number;
  readonly role: string;
}

export interface TextTrack {
  readonly name: string;
  readonly language: string;
  readonly kind: string;
}

export interface TrackChoice {
  readonly audio: string | null;
  readonly text: string | null;
  readonly autoplayNext: boolean;
  readonly skipIntros: boolean;
}

export interface Resume {
  readonly position: number;
  readonly completed: boolean;
}

export interface Marker {
  readonly kind: string;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly name?: string | null;
}

export interface NextEpisode {
  readonly titleId: string;
  readonly seasonNumber: number;
  readonly number: number;
}

export interface RenewalAnswer {
  readonly edges: readonly Edge[];
  readonly renewal: RenewalTimes;
  readonly licence: Licence | null;
}

export interface Position {
  readonly position: number;
  readonly playedAt: string;
}

export interface QualityReport {
  readonly playedSeconds: number;
  readonly startMilliseconds: number | null;
  readonly stalls: number;
  readonly stalledSeconds: number;
  readonly bitrate: number;
  readonly switches: number;
  readonly droppedFrames: number;
  readonly errors: readonly string[];
  readonly edge: string | null;
}

export interface Heartbeat {
  readonly sequence: number;
  readonly positions: readonly Position[];
  readonly quality: QualityReport | null;
  readonly ended: boolean;
}

export interface HeartbeatAnswer {
  readonly next: number;
  readonly state: string;
  readonly reason: string | null;
  readonly code: string | null;
  readonly kept: boolean;
}

export interface StartWish {
  readonly titleId: string;
  readonly device: { readonly id: string; readonly name: string; readonly security: 'software'; readonly outputProtection: 'none' };
  readonly pin?: string;
  readonly insteadOf?: string;
}

/** The calls of a playback. They throw what the API client throws. */
export interface PlaybackApi {
  start(wish: StartWish, key: string, signal?: AbortSignal): Promise<PlaybackAnswer>;
  beat(playbackId: string, beat: Heartbeat, keepalive: boolean): Promise<HeartbeatAnswer>;
  renew(playbackId: string): Promise<RenewalAnswer>;
}
