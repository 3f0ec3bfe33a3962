import type shaka from 'shaka-player';
import { CaptionTrack } from '../captions/CaptionTrack';

/** Takes captions from Shaka for the page to show: they never become markup. */
export class ShakaCaptions implements shaka.extern.TextDisplayer {
  readonly track = new CaptionTrack();
  #visible = true;

  append(cues: shaka.text.Cue[]): void {
    this.track.append(cues);
  }

  remove(startTime: number, endTime: number): boolean {
    this.track.remove(startTime, endTime);
    return true;
  }

  isTextVisible(): boolean {
    return this.#visible;
  }

  setTextVisibility(on: boolean): void {
    this.#visible = on;
  }

  destroy(): Promise<void> {
    this.track.remove(-Infinity, Infinity);
    return Promise.resolve();
  }

  configure(): void {}

  setTextLanguage(): void {}
}
