import { type Abilities, abilitiesHere, type Format, formatFor, manifestOf } from '../engine/format';
import { failureOf, isManifestTrouble } from '../engine/shakaFailure';
import type { PlaybackAnswer } from '../session/contract';
import type { ControllerParts } from './ControllerParts';

/** Loads the manifest, of that format. */
type Attempt = (one: { readonly format: Format; readonly manifest: string }) => Promise<void>;

/** In which format a title plays here. What cannot be read as DASH is tried as HLS, once; a format asked for by name is the only one. */
export class Formats {
  readonly #abilities: Abilities;
  #format: Format;
  #mayFall: boolean;

  constructor({ format: asked = null, abilities = abilitiesHere() }: Pick<ControllerParts, 'format' | 'abilities'>) {
    this.#abilities = abilities;
    this.#format = asked ?? formatFor(abilities);
    this.#mayFall = asked === null && this.#format === 'dash';
  }

  /** Resolves when one of them is loaded; throws what the last one threw. */
  async load(manifests: PlaybackAnswer['manifests'], attempt: Attempt, stumbled: (code: string) => void): Promise<void> {
    const now = () => ({ format: this.#format, manifest: manifestOf(manifests, this.#format, this.#abilities) });
    try {
      await attempt(now());
    } catch (error) {
      if (!this.#mayFall || !isManifestTrouble(error)) throw error;
      stumbled(failureOf(error, navigator.onLine).technical ?? 'manifest');
      [this.#format, this.#mayFall] = ['hls', false];
      await attempt(now());
    }
  }
}
