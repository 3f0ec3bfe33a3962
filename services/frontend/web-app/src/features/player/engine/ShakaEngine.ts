import type shaka from 'shaka-player';
import { type Engine, type EngineListener, idle, type MediaState, noTracks, type Source, type Stats, type TrackState } from './Engine';
import { mimeTypes } from './format';
import { ahead, rangesOf, readMedia } from './readMedia';
import { Retries } from './Retries';
import { ShakaCaptions } from './ShakaCaptions';
import { ShakaChoice } from './ShakaChoice';
import { shakaConfig } from './shakaConfig';
import { failureOf, isCritical, isEngineError, technicalOf } from './shakaFailure';
import { formatOf, wire } from './shakaManifests';
import type { ShakaRequests } from './shakaRequests';
import { statsOf } from './shakaStats';
import { StallGuard } from './StallGuard';
import { Switching } from './Switching';

type Shaka = typeof shaka;

const look = 100;
const mediaEvents = ['timeupdate', 'play', 'playing', 'pause', 'ended', 'seeking', 'seeked', 'waiting', 'canplay', 'progress', 'durationchange', 'volumechange', 'ratechange', 'loadeddata'];
const trackEvents = ['trackschanged', 'adaptation', 'variantchanged', 'audiotrackchanged', 'textchanged'];

export class ShakaEngine implements Engine {
  #listener: EngineListener | null = null;
  #player: shaka.Player | null = null;
  #requests: ShakaRequests | null = null;
  #media: MediaState = idle;
  #tracks: TrackState = noTracks;
  #choice: ShakaChoice | null = null;
  #started = false;
  readonly #captions = new ShakaCaptions();
  readonly #retries = new Retries();
  readonly #guard = new StallGuard();
  readonly #switching = new Switching(time => { this.video.currentTime = time; });
  readonly #leaving = new AbortController();

  constructor(private readonly shaka: Shaka, private readonly video: HTMLVideoElement) {
    const { signal } = this.#leaving;
    for (const name of mediaEvents) video.addEventListener(name, () => this.#refresh(), { signal });
    video.addEventListener('playing', () => { this.#started = true; this.#retries.reset(); }, { signal });
    const timer = setInterval(() => this.#look(), look);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  static async create(video: HTMLVideoElement): Promise<ShakaEngine> {
    const { default: player } = await import('shaka-player');
    player.polyfill.installAll();
    return new ShakaEngine(player, video);
  }

  listen = (listener: EngineListener): void => { this.#listener = listener; };

  async load(source: Source): Promise<void> {
    if (!this.shaka.Player.isBrowserSupported()) throw unsupported;
    this.#switching.drop();
    await this.#player?.destroy();
    const player = new this.shaka.Player();
    [this.#player, this.#choice, this.#started] = [player, null, false];
    player.addEventListener('error', event => this.#stumble(Reflect.get(event, 'detail')));
    player.addEventListener('buffering', () => this.#refresh());
    player.addEventListener('segmentappended', event => this.#switching.appended(Reflect.get(event, 'contentType')));
    for (const name of trackEvents) player.addEventListener(name, () => this.#readTracks());
    await player.attach(this.video);
    player.configure({ ...shakaConfig(source), textDisplayFactory: (_: shaka.Player) => this.#captions });
    this.#requests = wire(player, source, this.shaka.net.NetworkingEngine.RequestType);
    await player.load(source.manifest, source.position, mimeTypes[source.format]);
    this.#choice = new ShakaChoice(player, source.roles);
    this.#choice.first(source);
    this.#readTracks();
    this.#refresh();
  }

  media = () => this.#media;
  tracks = () => this.#tracks;

  stats(): Stats {
    const player = this.#player;
    const about = { format: player ? formatOf(player) : '', live: this.#media.live, edge: this.#requests?.edge ?? null };
    return statsOf(player?.getStats() ?? null, this.video, about);
  }

  async play(): Promise<boolean> {
    try {
      await this.video.play();
      return true;
    } catch (error) {
      return !(error instanceof DOMException && error.name === 'NotAllowedError');
    }
  }

  pause = (): void => this.video.pause();

  seek(time: number): void {
    this.#switching.seek(time);
    this.#refresh();
  }

  setRate(rate: number): void {
    this.video.defaultPlaybackRate = rate;
    this.video.playbackRate = rate;
  }

  setVolume(volume: number, muted: boolean): void {
    [this.video.volume, this.video.muted] = [volume, muted];
  }

  chooseQuality(id: string | null): void {
    if (this.#choice?.quality(id)) this.#switching.begin('video');
    this.#readTracks();
  }

  chooseAudio(id: string): void {
    if (this.#choice?.audio(id)) this.#switching.begin('audio');
    this.#readTracks();
  }

  chooseText(id: string | null): void {
    this.#choice?.text(id);
    this.#readTracks();
    this.#refresh();
  }

  goLive(): void {
    this.#player?.goToLive();
  }

  recover(): void {
    this.#retries.reset();
    this.#player?.retryStreaming(0.1);
  }

  async destroy(): Promise<void> {
    this.#leaving.abort();
    this.#switching.drop();
    this.#listener = null;
    await this.#player?.destroy();
    this.#player = null;
  }

  #stumble(error: unknown): void {
    if (!isEngineError(error)) return;
    this.#listener?.stumbled(technicalOf(error));
    if (!isCritical(error)) return;
    const failure = failureOf(error, navigator.onLine);
    const isNetwork = error.category === 1;
    const pause = isNetwork ? this.#retries.next(navigator.onLine) : null;
    if (pause === null) {
      this.#listener?.failed(failure);
      return;
    }
    Reflect.set(error, 'handled', true);
    this.#requests?.failed(error);
    this.#player?.retryStreaming(pause / 1000);
  }

  #look(): void {
    const { currentTime: time, paused, ended, seeking } = this.video;
    const help = this.#guard.look({ time, ahead: ahead(rangesOf(this.video.buffered), time), wantsToPlay: this.#started && !paused && !ended, seeking }, performance.now());
    if (help === 'nudge') this.video.currentTime = time + 0.1;
    if (help === 'fetch' && navigator.onLine) this.#player?.retryStreaming(0.1);
    const captions = this.#captionsNow();
    if (captions.map(one => one.key).join() !== this.#media.captions.map(one => one.key).join()) this.#refresh();
  }

  #captionsNow() {
    return this.#tracks.text === null ? [] : this.#captions.track.at(this.video.currentTime);
  }

  #refresh(): void {
    const player = this.#player;
    this.#media = readMedia(this.video, {
      seekable: player?.seekRange() ?? idle.seekable, live: player?.isLive() ?? false, started: this.#started,
      buffering: player?.isBuffering() ?? false, captions: this.#captionsNow(),
    });
    const { heading } = this.#switching;
    if (heading !== null) this.#media = { ...this.#media, time: heading, seeking: true };
    this.#listener?.media();
  }

  #readTracks(): void {
    if (!this.#choice) return;
    this.#tracks = this.#choice.read();
    this.#listener?.tracks();
  }
}

const unsupported = { category: 4, code: 4032, severity: 2, data: [] };
