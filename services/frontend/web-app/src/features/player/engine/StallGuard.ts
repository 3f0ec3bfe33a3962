export interface Watched {
  readonly time: number;
  readonly ahead: number;
  readonly wantsToPlay: boolean;
  readonly seeking: boolean;
}

export type Help = 'none' | 'nudge' | 'fetch';

const patience = 4_000;
const pause = 4_000;
const enough = 0.5;

/** Sees that the picture stands still though it should not, and says what may help. */
export class StallGuard {
  #time = -1;
  #movedAt = 0;
  #helpedAt = -Infinity;

  look(watched: Watched, now: number): Help {
    if (!watched.wantsToPlay || watched.seeking || watched.time !== this.#time) {
      this.#time = watched.time;
      this.#movedAt = now;
      return 'none';
    }
    if (now - this.#movedAt < patience || now - this.#helpedAt < pause) return 'none';
    this.#helpedAt = now;
    return watched.ahead >= enough ? 'nudge' : 'fetch';
  }
}
