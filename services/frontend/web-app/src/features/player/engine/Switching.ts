/** How long a seek waits for it. */
const patience = 5_000;

/**
 * Another track that is being fetched into the buffer. Shaka loses the track for good when somebody seeks before its first segment is there:
 * so a seek waits for that, and the last one is done.
 */
export class Switching {
  readonly #kinds = new Set<string>();
  #heading: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly go: (time: number) => void) {}

  /** Where a seek that waits will go, in seconds. */
  get heading(): number | null { return this.#heading; }

  begin(kind: 'audio' | 'video'): void {
    this.#kinds.add(kind);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#over(), patience);
  }

  appended(kind: unknown): void {
    if (typeof kind === 'string' && this.#kinds.delete(kind) && this.#kinds.size === 0) this.#over();
  }

  seek(time: number): void {
    if (this.#kinds.size === 0) this.go(time);
    else this.#heading = time;
  }

  /** Forgets the tracks and the seek that waits for them. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#kinds.clear();
    this.#heading = null;
  }

  #over(): void {
    const time = this.#heading;
    this.drop();
    if (time !== null) this.go(time);
  }
}
