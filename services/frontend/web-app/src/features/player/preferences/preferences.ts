import { type CaptionStyle, readStyle } from '../captions/captionStyle';

/** How this browser plays. */
export interface PlayerPreferences {
  readonly volume: number;
  readonly muted: boolean;
  readonly rate: number;
  /** Lines of the best quality to fetch by hand; null: by itself. */
  readonly quality: number | null;
  /** Null until the viewer changes it here: then the profile's own holds. */
  readonly captionStyle: CaptionStyle | null;
  readonly audio: string | null;
  /** A language, or off; null: as the profile prefers. */
  readonly captions: string | null;
}

export const rates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;
export const captionsOff = 'off';
const place = 'streamix.player';

export const usual: PlayerPreferences = { volume: 1, muted: false, rate: 1, quality: null, captionStyle: null, audio: null, captions: null };

export function readPreferences(text: string | null): PlayerPreferences {
  const told = parse(text);
  return {
    volume: typeof told.volume === 'number' && told.volume >= 0 && told.volume <= 1 ? told.volume : usual.volume,
    muted: told.muted === true,
    rate: rates.find(rate => rate === told.rate) ?? usual.rate,
    quality: typeof told.quality === 'number' && told.quality > 0 ? told.quality : null,
    captionStyle: told.captionStyle ? readStyle(told.captionStyle) : null,
    audio: languageOf(told.audio),
    captions: languageOf(told.captions),
  };
}

export class PreferenceStore {
  #now: PlayerPreferences;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#now = readPreferences(safely(() => storage.getItem(place)) ?? null);
  }

  get = (): PlayerPreferences => this.#now;

  change(part: Partial<PlayerPreferences>): void {
    this.#now = { ...this.#now, ...part };
    safely(() => this.storage.setItem(place, JSON.stringify(this.#now)));
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  };
}

function parse(text: string | null): Record<string, unknown> {
  const value = safely<unknown>(() => JSON.parse(text ?? '{}'));
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function languageOf(value: unknown): string | null {
  return typeof value === 'string' && /^[a-zA-Z0-9-]{2,35}(\/[a-z]+)?$/.test(value) ? value : null;
}

// Storage may be full or forbidden: then it plays without a memory.
function safely<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
