import { Store } from './store';

interface Notice {
  readonly text: string;
  readonly id: number;
}

const shown = 1_500;

/** What just happened, for eyes and ears: "Muted", "+10 s". */
export class Notices {
  readonly store = new Store<Notice>({ text: '', id: 0 });
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string): void {
    clearTimeout(this.#timer);
    this.store.set({ text, id: this.store.get().id + 1 });
    this.#timer = setTimeout(() => this.store.set({ text: '' }), shown);
  }
}
