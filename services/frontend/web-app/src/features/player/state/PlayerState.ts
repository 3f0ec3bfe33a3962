import type { CountdownState } from '../markers/Countdown';
import type { Failure } from '../errors/failure';
import { idle, type MediaState, noTracks, type TrackState } from '../engine/Engine';
import type { Chapter, Skip } from '../markers/markers';
import type { PlaybackAnswer } from '../session/contract';

export type Phase = 'starting' | 'asking' | 'playing' | 'failed';

export interface PlayerState {
  readonly phase: Phase;
  readonly failure: Failure | null;
  readonly answer: PlaybackAnswer | null;
  /** Where the viewer may go on, while asked. */
  readonly resume: number | null;
  readonly media: MediaState;
  readonly tracks: TrackState;
  readonly chapters: readonly Chapter[];
  readonly skip: Skip | null;
  readonly next: CountdownState;
  readonly blocked: boolean;
  readonly online: boolean;
  readonly renewals: number;
}

export const firstState: PlayerState = {
  phase: 'starting', failure: null, answer: null, resume: null, media: idle, tracks: noTracks, chapters: [], skip: null, next: { kind: 'hidden' }, blocked: false,
  online: true, renewals: 0,
};

