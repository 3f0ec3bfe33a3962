import type { Engine, Track } from '../engine/Engine';
import { chapterAt } from '../markers/markers';
import { captionsOff, type PreferenceStore, rates } from '../preferences/preferences';
import type { PlayerState } from './PlayerState';
import type { Store } from './store';

const nearChapterStart = 3;

/** What the viewer can have the player do, by button, key, finger or the keys of the system. */
export class Commands {
  #target: number | null = null;

  constructor(private readonly store: Store<PlayerState>, private readonly preferences: PreferenceStore, private readonly engine: () => Engine | null) {}

  async play(): Promise<void> {
    const playing = await this.engine()?.play();
    if (playing !== undefined) this.store.set({ blocked: !playing });
  }

  pause(): void {
    this.engine()?.pause();
  }

  toggle(): void {
    if (this.#media.paused || this.#media.ended) void this.play();
    else this.pause();
  }

  seekTo(time: number): void {
    const { start, end } = this.#range;
    this.#target = Math.min(Math.max(start, time), end);
    this.engine()?.seek(this.#target);
  }

  /** From where the last one leads, while the picture is not there yet. */
  seekBy(seconds: number): void {
    const { seeking, time } = this.#media;
    this.seekTo((seeking && this.#target !== null ? this.#target : time) + seconds);
  }

  seekToShare(share: number): void {
    const { start, end } = this.#range;
    this.seekTo(start + (end - start) * share);
  }

  seekToChapter(step: 1 | -1): void {
    const { chapters } = this.store.get();
    const { time } = this.#media;
    const now = chapterAt(chapters, time);
    const restarts = step === -1 && time - (chapters[now]?.from ?? 0) > nearChapterStart;
    const chapter = chapters[restarts ? now : now + step];
    if (chapter) this.seekTo(chapter.from);
  }

  skip(): void {
    const { skip } = this.store.get();
    if (skip) this.seekTo(skip.to);
  }

  goLive(): void {
    this.engine()?.goLive();
    void this.play();
  }

  setVolume(volume: number): void {
    const within = Math.round(Math.min(1, Math.max(0, volume)) * 100) / 100;
    this.#sound(within, within === 0);
  }

  setMuted(muted: boolean): void {
    const { volume } = this.preferences.get();
    this.#sound(volume === 0 && !muted ? 0.5 : volume, muted);
  }

  setRate(rate: number): void {
    this.engine()?.setRate(rate);
    this.preferences.change({ rate });
  }

  stepRate(step: 1 | -1): void {
    const now = rates.findIndex(rate => rate === this.preferences.get().rate);
    const rate = rates[now + step];
    if (rate !== undefined) this.setRate(rate);
  }

  chooseQuality(id: string | null): void {
    this.engine()?.chooseQuality(id);
    this.preferences.change({ quality: this.#tracks.qualities.find(quality => quality.id === id)?.lines ?? null });
  }

  chooseAudio(id: string): void {
    this.engine()?.chooseAudio(id);
    const track = this.#tracks.audios.find(one => one.id === id);
    if (track) this.preferences.change({ audio: stored(track) });
  }

  chooseText(id: string | null): void {
    this.engine()?.chooseText(id);
    const track = this.#tracks.texts.find(one => one.id === id);
    this.preferences.change({ captions: track ? stored(track) : captionsOff });
  }

  toggleCaptions(): void {
    const { text, texts, audios, audio } = this.#tracks;
    const spoken = audios.find(one => one.id === audio)?.language;
    const remembered = texts.find(one => stored(one) === this.preferences.get().captions);
    const shown = texts.filter(one => one.role !== 'forced');
    const best = remembered ?? shown.find(one => one.language === spoken) ?? shown[0] ?? texts[0];
    this.chooseText(text === null ? best?.id ?? null : null);
  }

  get #media() {
    return this.store.get().media;
  }

  get #tracks() {
    return this.store.get().tracks;
  }

  get #range() {
    const { live, seekable, duration } = this.#media;
    return live ? seekable : { start: 0, end: duration };
  }

  #sound(volume: number, muted: boolean): void {
    this.engine()?.setVolume(volume, muted);
    this.preferences.change({ volume, muted });
  }
}

const stored = (track: Track) => `${track.language}/${track.role}`;
