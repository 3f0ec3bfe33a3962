export type Gesture =
  | { readonly kind: 'tap' }
  | { readonly kind: 'seek'; readonly seconds: number }
  | { readonly kind: 'drag'; readonly share: number; readonly done: boolean }
  | { readonly kind: 'none' };

export interface Touch {
  readonly x: number;
  readonly y: number;
  readonly at: number;
  readonly width: number;
}

export const doubleWithin = 300;
const step = 10;
const outerThird = 1 / 3;
const still = 12;

/** Tells taps, double taps at the sides and sideways drags apart. Sides are those of the picture, whatever the language. */
export class Taps {
  #down: Touch | null = null;
  #dragging = false;
  #last: { readonly side: number; readonly at: number } | null = null;

  press(touch: Touch): void {
    this.#down = touch;
    this.#dragging = false;
  }

  move(touch: Touch): Gesture {
    const from = this.#down;
    if (!from) return { kind: 'none' };
    const [across, along] = [Math.abs(touch.x - from.x), Math.abs(touch.y - from.y)];
    this.#dragging ||= across > still * 2 && across > along * 2;
    return this.#dragging ? this.#drag(from, touch, false) : { kind: 'none' };
  }

  release(touch: Touch): Gesture {
    const from = this.#down;
    this.#down = null;
    if (!from) return { kind: 'none' };
    if (this.#dragging) return this.#drag(from, touch, true);
    if (Math.hypot(touch.x - from.x, touch.y - from.y) > still) return { kind: 'none' };
    return this.#tap(touch);
  }

  cancel(): void {
    this.#down = null;
    this.#dragging = false;
  }

  /** Further taps at the same side go on seeking. */
  #tap(touch: Touch): Gesture {
    const side = sideOf(touch);
    const again = this.#last !== null && this.#last.side === side && touch.at - this.#last.at <= doubleWithin;
    this.#last = { side, at: touch.at };
    return again && side !== 0 ? { kind: 'seek', seconds: side * step } : { kind: 'tap' };
  }

  #drag(from: Touch, to: Touch, done: boolean): Gesture {
    return { kind: 'drag', share: (to.x - from.x) / Math.max(1, to.width), done };
  }
}

function sideOf({ x, width }: Touch): -1 | 0 | 1 {
  if (x < width * outerThird) return -1;
  return x > width * (1 - outerThird) ? 1 : 0;
}
