/** State of one kind with those who want to know of changes. */
export class Store<T extends object> {
  #now: T;
  readonly #listeners = new Set<() => void>();

  constructor(first: T) {
    this.#now = first;
  }

  get = (): T => this.#now;

  set(part: Partial<T>): void {
    const names = Object.keys(part).filter((name): name is Extract<keyof T, string> => name in this.#now);
    if (names.every(name => Object.is(this.#now[name], part[name]))) return;
    this.#now = { ...this.#now, ...part };
    for (const listener of [...this.#listeners]) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  };
}
