import type { Clock } from './clock';
import type { HeartbeatAnswer, PlaybackApi, QualityReport } from './contract';
import { PositionQueue } from './PositionQueue';
import type { Untold } from './Untold';

interface Parts {
  readonly api: PlaybackApi;
  readonly clock: Clock;
  readonly untold: Untold;
  readonly playbackId: string;
  /** Null: nothing was played yet, and nothing is to be kept. */
  readonly position: () => number | null;
  readonly quality: () => QualityReport;
  /** What a heartbeat that did not arrive had told is part of the next one. */
  readonly giveBack: (quality: QualityReport) => void;
  readonly ended: (answer: HeartbeatAnswer) => void;
  readonly refused: (error: unknown) => void;
}

/** Tells where the viewer is and how it goes. What was not kept is told again with the next one. */
export class Heartbeats {
  readonly queue = new PositionQueue();
  #sequence = 0;
  #interval: number;
  #stopped = false;
  #cancel = () => {};
  #sending: Promise<void> | null = null;

  constructor(private readonly parts: Parts, intervalSeconds: number) {
    this.#interval = intervalSeconds * 1000;
  }

  start(): void {
    this.#plan();
  }

  /** Also when something noteworthy happens: a pause, a seek. */
  tell(): Promise<void> {
    this.#sending ??= this.#send(false).finally(() => { this.#sending = null; });
    return this.#sending;
  }

  /** The page goes, or the viewer does: sent though nobody waits for the answer. */
  async finish(): Promise<void> {
    if (this.#stopped) return;
    this.stop();
    await this.#send(true);
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  async #send(ended: boolean): Promise<void> {
    this.#cancel();
    const { api, clock, untold, playbackId } = this.parts;
    const position = this.parts.position();
    if (position !== null) this.queue.add({ position: Math.max(0, position), playedAt: new Date(clock.now()).toISOString() });
    const positions = this.queue.waiting;
    const sequence = ++this.#sequence;
    const quality = this.parts.quality();
    untold.keep({ playbackId, sequence, positions });
    try {
      const answer = await api.beat(playbackId, { sequence, positions, quality, ended }, ended);
      if (answer.kept) this.queue.kept(positions);
      this.#interval = answer.next * 1000;
      untold.keep({ playbackId, sequence, positions: this.queue.waiting });
      if (answer.state === 'ended' && !ended) this.#over(() => this.parts.ended(answer));
    } catch (error) {
      this.parts.giveBack(quality);
      if (isRefusal(error)) this.#over(() => this.parts.refused(error));
    }
    this.#plan();
  }

  #over(tell: () => void): void {
    this.stop();
    tell();
  }

  #plan(): void {
    this.#cancel();
    if (!this.#stopped) this.#cancel = this.parts.clock.later(this.#interval, () => void this.tell());
  }
}

function isRefusal(error: unknown): boolean {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 0;
  return status === 401 || status === 403 || status === 404 || status === 410;
}
