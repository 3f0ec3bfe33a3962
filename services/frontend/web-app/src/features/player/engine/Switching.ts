/** How long a seek waits for it. */
const patience = 5_000;

/**
 * Another track that is being fetched into the buffer. Shaka loses the track for good when somebody seeks before its first segment is there:
 * so a seek waits for that, and the last one is done.
 */
export class Switching {
  readonly #kinds = new Set<string>();
  #then: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  begin(kind: 'audio' | 'video'): void {
    this.#kinds.add(kind);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.over(), patience);
  }

  appended(kind: unknown): void {
    if (typeof kind === 'string' && this.#kinds.delete(kind) && this.#kinds.size === 0) this.over();
  }

  after(action: () => void): void {
    if (this.#kinds.size === 0) action();
    else this.#then = action;
  }

  over(): void {
    clearTimeout(this.#timer);
    this.#kinds.clear();
    const then = this.#then;
    this.#then = null;
    then?.();
  }
}
