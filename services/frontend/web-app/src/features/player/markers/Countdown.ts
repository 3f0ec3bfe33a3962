import type { Marker } from '../session/contract';
import { creditsAt } from './markers';

const withoutCredits = 10;
export const countdownSeconds = 10;

/** From where on the next episode is offered. */
export function offerFrom(markers: readonly Marker[], duration: number): number {
  const credits = creditsAt(markers);
  return credits !== null && credits > duration / 2 ? credits : Math.max(0, duration - withoutCredits);
}

export type CountdownState = { readonly kind: 'hidden' } | { readonly kind: 'offered' } | { readonly kind: 'counting'; readonly left: number } | { readonly kind: 'go' };

interface Moment {
  readonly time: number;
  readonly duration: number;
  readonly ended: boolean;
  readonly paused: boolean;
}

/** Counts down to the next episode in time that is played, so that a pause holds it. The viewer may call it off. */
export class Countdown {
  #cancelled = false;
  #begun: number | null = null;

  constructor(private readonly from: number, private readonly automatic: boolean) {}

  at({ time, duration, ended, paused }: Moment): CountdownState {
    if (time < this.from && !ended) {
      this.#begun = null;
      this.#cancelled = false;
      return { kind: 'hidden' };
    }
    if (this.#cancelled || !this.automatic) return { kind: 'offered' };
    if (ended) return { kind: 'go' };
    this.#begun ??= time;
    const until = Math.min(this.#begun + countdownSeconds, duration);
    if (time >= until && !paused) return { kind: 'go' };
    return { kind: 'counting', left: Math.max(0, Math.ceil(until - time)) };
  }

  cancel(): void {
    this.#cancelled = true;
  }
}
