import type { Clock } from './clock';
import type { RenewalAnswer, RenewalTimes } from './contract';

const firstPause = 1_000;
const longestPause = 30_000;

interface Parts {
  readonly clock: Clock;
  readonly ask: () => Promise<RenewalAnswer>;
  readonly learn: (answer: RenewalAnswer) => void;
  readonly refused: (error: unknown) => void;
}

/** Renews the addresses in time. Where it fails for want of a connection it goes on trying, the longer the calmer. */
export class Renewals {
  count = 0;
  #cancel = () => {};
  #pause = firstPause;
  #running = false;
  #stopped = false;
  #expiresAt = Infinity;

  constructor(private readonly parts: Parts) {}

  plan(times: RenewalTimes): void {
    if (this.#stopped) return;
    this.#pause = firstPause;
    this.#expiresAt = Date.parse(times.expiresAt);
    this.#next(Date.parse(times.renewAt) - this.parts.clock.now());
  }

  /** At once: the connection is back, or an edge refused an old address. */
  async now(): Promise<void> {
    if (this.#running || this.#stopped) return;
    this.#running = true;
    this.#cancel();
    try {
      const answer = await this.parts.ask();
      this.count++;
      this.parts.learn(answer);
      this.plan(answer.renewal);
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#running = false;
    }
  }

  get isOverdue(): boolean {
    return this.parts.clock.now() >= this.#expiresAt;
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  #failed(error: unknown): void {
    if (isFinal(error)) {
      this.stop();
      this.parts.refused(error);
      return;
    }
    this.#next(this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  #next(milliseconds: number): void {
    this.#cancel();
    if (!this.#stopped) this.#cancel = this.parts.clock.later(milliseconds, () => void this.now());
  }
}

function isFinal(error: unknown): boolean {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
