import type { Caption } from '../captions/cues';
import type { Failure } from '../errors/failure';
import type { EdgeBook } from '../session/EdgeBook';
import type { Licence } from '../session/contract';
import type { Format } from './format';
import type { Limits } from './limits';

export interface Source {
  readonly format: Format;
  readonly manifest: string;
  readonly position: number | null;
  readonly edges: EdgeBook;
  readonly licence: () => Licence | null;
  readonly audio: TrackWish | null;
  readonly text: TrackWish | null;
  /** Lines of the smaller side, chosen by hand; null: by itself. */
  readonly quality: number | null;
  readonly limits: Limits;
  /** What tracks are, by the names that HLS gives them. */
  readonly roles: ReadonlyMap<string, string>;
  /** An edge refuses the addresses: they are old. */
  readonly refused: () => Promise<void>;
}

export interface TrackWish {
  readonly language: string;
  readonly role: string;
}

export interface Quality {
  readonly id: string;
  readonly lines: number;
  readonly bandwidth: number;
  readonly frameRate: number | null;
}

export interface Track {
  readonly id: string;
  readonly language: string;
  readonly role: string;
  readonly label: string | null;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** How it plays at this moment. A new object whenever something changed. */
export interface MediaState {
  readonly time: number;
  readonly duration: number;
  readonly seekable: Range;
  readonly buffered: readonly Range[];
  readonly paused: boolean;
  readonly ended: boolean;
  readonly seeking: boolean;
  /** It wants to play and has nothing to show. */
  readonly waiting: boolean;
  readonly started: boolean;
  readonly live: boolean;
  readonly volume: number;
  readonly muted: boolean;
  readonly rate: number;
  readonly captions: readonly Caption[];
}

export interface TrackState {
  readonly qualities: readonly Quality[];
  readonly quality: string | null;
  readonly playing: Quality | null;
  readonly audios: readonly Track[];
  readonly audio: string | null;
  readonly texts: readonly Track[];
  readonly text: string | null;
}

export interface Stats {
  readonly format: string;
  readonly bitrate: number;
  readonly bandwidth: number;
  readonly width: number;
  readonly height: number;
  readonly droppedFrames: number;
  readonly decodedFrames: number;
  readonly bufferAhead: number;
  readonly stalls: number;
  readonly switches: number;
  readonly codecs: string;
  readonly latency: number | null;
  readonly edge: string | null;
}

export interface EngineListener {
  readonly media: () => void;
  readonly tracks: () => void;
  readonly failed: (failure: Failure) => void;
  /** It goes on; for the report. */
  readonly stumbled: (code: string) => void;
}

/** What plays. Everything above it knows no other player's name. */
export interface Engine {
  listen(listener: EngineListener): void;
  load(source: Source): Promise<void>;
  media(): MediaState;
  tracks(): TrackState;
  stats(): Stats;
  /** False: the browser wants the viewer to press something first. */
  play(): Promise<boolean>;
  pause(): void;
  seek(time: number): void;
  setRate(rate: number): void;
  setVolume(volume: number, muted: boolean): void;
  chooseQuality(id: string | null): void;
  chooseAudio(id: string): void;
  chooseText(id: string | null): void;
  goLive(): void;
  recover(): void;
  destroy(): Promise<void>;
}

export const idle: MediaState = {
  time: 0, duration: 0, seekable: { start: 0, end: 0 }, buffered: [], paused: true, ended: false, seeking: false, waiting: false, started: false, live: false, volume: 1, muted: false, rate: 1,
  captions: [],
};

export const noTracks: TrackState = { qualities: [], quality: null, playing: null, audios: [], audio: null, texts: [], text: null };
