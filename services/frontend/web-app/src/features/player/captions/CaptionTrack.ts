import { type Caption, captionOf, type SourceCue } from './cues';

/** The captions of the chosen track that are loaded. */
export class CaptionTrack {
  #captions: readonly Caption[] = [];

  append(cues: readonly SourceCue[]): void {
    const known = new Set(this.#captions.map(caption => caption.key));
    const fresh = cues.map(captionOf).filter(caption => caption !== null).filter(caption => !known.has(caption.key));
    this.#captions = [...this.#captions, ...fresh].sort((one, other) => one.from - other.from);
  }

  /** What lies wholly within. */
  remove(from: number, to: number): void {
    this.#captions = this.#captions.filter(caption => caption.from < from || caption.to > to);
  }

  at(time: number): readonly Caption[] {
    return this.#captions.filter(caption => caption.from <= time && time < caption.to);
  }
}
