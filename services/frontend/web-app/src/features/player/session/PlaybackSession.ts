import { type Clock, systemClock } from './clock';
import type { HeartbeatAnswer, Licence, PlaybackAnswer, PlaybackApi, QualityReport, RenewalAnswer } from './contract';
import { EdgeBook } from './EdgeBook';
import { Heartbeats } from './Heartbeats';
import { Renewals } from './Renewals';
import { Untold } from './Untold';

export interface SessionParts {
  readonly api: PlaybackApi;
  readonly storage: Storage;
  readonly clock?: Clock;
  readonly position: () => number | null;
  readonly quality: () => QualityReport;
  readonly giveBack: (quality: QualityReport) => void;
  readonly ended: (answer: HeartbeatAnswer) => void;
  readonly refused: (error: unknown) => void;
}

/** One playback as the API wants it, from its start until it ends. */
export class PlaybackSession {
  readonly edges = new EdgeBook();
  readonly renewals: Renewals;
  readonly heartbeats: Heartbeats;
  #licence: Licence | null;

  constructor(readonly answer: PlaybackAnswer, parts: SessionParts) {
    const clock = parts.clock ?? systemClock;
    const untold = new Untold(parts.storage);
    this.#licence = answer.licence;
    this.edges.learn(answer.edges);
    this.renewals = new Renewals({
      clock,
      ask: () => parts.api.renew(answer.playbackId),
      learn: renewed => this.#learn(renewed),
      refused: error => this.#over(() => parts.refused(error)),
    });
    this.heartbeats = new Heartbeats({
      ...parts, clock, untold, playbackId: answer.playbackId,
      ended: last => this.#over(() => parts.ended(last)),
      refused: error => this.#over(() => parts.refused(error)),
    }, answer.heartbeat.intervalSeconds);
    this.renewals.plan(answer.renewal);
    this.heartbeats.start();
    void untold.tell(parts.api, answer.playbackId);
  }

  get licence(): Licence | null {
    return this.#licence;
  }

  /** The connection is back: what waited is told, and addresses that ended meanwhile are renewed. */
  reconnect(): void {
    void this.heartbeats.tell();
    if (this.renewals.isOverdue) void this.renewals.now();
  }

  finish(): Promise<void> {
    this.renewals.stop();
    return this.heartbeats.finish();
  }

  #learn(renewed: RenewalAnswer): void {
    this.edges.learn(renewed.edges);
    this.#licence = renewed.licence ?? this.#licence;
  }

  #over(tell: () => void): void {
    this.renewals.stop();
    this.heartbeats.stop();
    tell();
  }
}
