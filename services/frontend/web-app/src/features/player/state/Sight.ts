import type { Engine } from '../engine/Engine';
import type { QualityMeter } from '../engine/QualityMeter';
import { Countdown, offerFrom } from '../markers/Countdown';
import { skipAt } from '../markers/markers';
import type { PlaybackAnswer } from '../session/contract';
import type { PlaybackSession } from '../session/PlaybackSession';
import type { Commands } from './Commands';
import type { PlayerState } from './PlayerState';
import type { Store } from './store';

interface Parts {
  readonly answer: PlaybackAnswer;
  readonly engine: Engine;
  readonly store: Store<PlayerState>;
  readonly meter: QualityMeter;
  readonly commands: Commands;
  readonly session: PlaybackSession;
  readonly next: () => void;
  /** True: the playback had ended and begins anew. */
  readonly dormant: () => boolean;
}

/** Looks at what plays: tells the page, measures, offers what belongs to the moment. */
export class Sight {
  readonly countdown: Countdown;
  #skipped: number | null = null;
  #wasPaused = true;
  #gone = false;

  constructor(private readonly parts: Parts) {
    const { markers, duration, choice, next } = parts.answer;
    this.countdown = new Countdown(offerFrom(markers, duration), choice.autoplayNext && next !== null);
  }

  /** Null before the picture moved: then the history knows better. */
  get position(): number | null {
    const media = this.parts.engine.media();
    return media.started ? media.time : null;
  }

  look(): void {
    const { engine, store, answer, session } = this.parts;
    const media = engine.media();
    const next = answer.next && !media.live
      ? this.countdown.at({ time: media.time, duration: media.duration || answer.duration, ended: media.ended, paused: media.paused })
      : { kind: 'hidden' as const };
    store.set({ media, skip: skipAt(answer.markers, media.time), next, renewals: session.renewals.count });
    this.#measure();
    this.#skipIntro();
    this.#noticePause(media.paused);
    if (next.kind === 'go' && !this.#gone) {
      this.#gone = true;
      this.parts.next();
    }
  }

  #measure(): void {
    const { engine, meter } = this.parts;
    const media = engine.media();
    const stats = engine.stats();
    meter.see({ ...media, playing: !media.paused && !media.ended, bitrate: Math.round(stats.bitrate), switches: stats.switches, droppedFrames: stats.droppedFrames, edge: stats.edge }, performance.now());
  }

  /** Once: who goes back there wants to see it. */
  #skipIntro(): void {
    const { answer, store, commands } = this.parts;
    const { skip } = store.get();
    if (!answer.choice.skipIntros || !skip || this.#skipped === skip.to) return;
    this.#skipped = skip.to;
    commands.seekTo(skip.to);
  }

  #noticePause(paused: boolean): void {
    if (paused === this.#wasPaused) return;
    this.#wasPaused = paused;
    if (paused) void this.parts.session.heartbeats.tell();
    else this.parts.dormant();
  }
}
