import type { Engine } from '../engine/Engine';
import type { Abilities, Format } from '../engine/format';
import type { Limits } from '../engine/limits';
import type { PreferenceStore } from '../preferences/preferences';
import type { Clock } from '../session/clock';
import type { PlaybackApi, StartWish } from '../session/contract';

export interface ControllerParts {
  readonly api: PlaybackApi;
  readonly titleId: string;
  readonly device: StartWish['device'];
  readonly engine: () => Promise<Engine>;
  readonly preferences: PreferenceStore;
  readonly storage: Storage;
  readonly clock?: Clock;
  /** Where to begin without asking. */
  readonly from: 'ask' | 'resume' | 'start';
  readonly goTo: (titleId: string) => void;
  /** The format asked for by name; null: what fits the device. */
  readonly format?: Format | null;
  readonly abilities?: Abilities;
  /** What the profile would rather not exceed; asked while the playback starts. */
  readonly limits?: () => Promise<Limits>;
}

export interface StartOptions {
  readonly pin?: string;
  readonly insteadOf?: string;
  /** Goes on there, without a question. */
  readonly at?: number;
}
