const window = 10_000;

/** Bytes per second over the last ten seconds. */
export class Speed {
  #samples: { at: number; bytes: number }[] = [];

  /** Tells how many bytes there are altogether at a time in milliseconds. */
  note(at: number, bytes: number) {
    this.#samples.push({ at, bytes });
    while (this.#samples.length > 2 && at - this.#samples[1]!.at > window) this.#samples.shift();
  }

  get bytesPerSecond(): number {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    if (!first || !last || last.at === first.at) return 0;
    return Math.max(0, (last.bytes - first.bytes) * 1000 / (last.at - first.at));
  }

  /** Seconds for so many bytes; undefined while nothing moves. */
  secondsFor(bytes: number): number | undefined {
    const speed = this.bytesPerSecond;
    return speed > 0 ? bytes / speed : undefined;
  }

  forget() { this.#samples = []; }
}
