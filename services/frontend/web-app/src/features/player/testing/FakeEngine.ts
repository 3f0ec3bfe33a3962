import { type Engine, type EngineListener, idle, type MediaState, noTracks, type Source, type Stats, type TrackState } from '../engine/Engine';

export const threeTracks: TrackState = {
  qualities: [{ id: '1080', lines: 1080, bandwidth: 4_000_000, frameRate: 24 }, { id: '360', lines: 360, bandwidth: 800_000, frameRate: 24 }],
  quality: null, playing: { id: '1080', lines: 1080, bandwidth: 4_000_000, frameRate: 24 },
  audios: [{ id: 'en/main/2', language: 'en', role: 'main', label: null }, { id: 'de/main/2', language: 'de', role: 'main', label: null }],
  audio: 'en/main/2',
  texts: [{ id: 'en/subtitles', language: 'en', role: 'subtitles', label: null }, { id: 'de/forced', language: 'de', role: 'forced', label: null }],
  text: null,
};

/** Plays nothing, and remembers what it was told. */
export class FakeEngine implements Engine {
  sources: Source[] = [];
  seeks: number[] = [];
  mayPlay = true;
  /** One for each load that fails, in order. */
  loadErrors: unknown[] = [];
  destroyed = false;
  recovered = 0;
  state: MediaState = { ...idle, duration: 600, seekable: { start: 0, end: 600 } };
  trackState: TrackState = noTracks;
  listener: EngineListener | null = null;

  listen(listener: EngineListener) { this.listener = listener; }

  load(source: Source): Promise<void> {
    this.sources.push(source);
    this.state = { ...this.state, time: source.position ?? 0, paused: true, ended: false };
    return this.loadErrors.length > 0 ? Promise.reject(this.loadErrors.shift()) : Promise.resolve();
  }

  media() { return this.state; }
  tracks() { return this.trackState; }

  stats(): Stats {
    return { format: this.sources.at(-1)?.format.toUpperCase() ?? '', bitrate: 4e6, bandwidth: 9e6, width: 1920, height: 1080, droppedFrames: 1, decodedFrames: 100, bufferAhead: 12, stalls: 0, switches: 0, codecs: 'avc1', latency: null, edge: 'edge-1' };
  }

  play() {
    if (this.mayPlay) this.move({ paused: false, started: true, ended: false });
    return Promise.resolve(this.mayPlay);
  }

  pause() { this.move({ paused: true }); }

  seek(time: number) {
    this.seeks.push(time);
    this.move({ time });
  }

  setRate(rate: number) { this.move({ rate }); }
  setVolume(volume: number, muted: boolean) { this.move({ volume, muted }); }
  chooseQuality(id: string | null) { this.tell({ quality: id }); }
  chooseAudio(id: string) { this.tell({ audio: id }); }
  chooseText(id: string | null) { this.tell({ text: id }); }
  goLive() { this.seek(this.state.seekable.end); }
  recover() { this.recovered++; }

  destroy() {
    this.destroyed = true;
    return Promise.resolve();
  }

  move(part: Partial<MediaState>) {
    this.state = { ...this.state, ...part };
    this.listener?.media();
  }

  tell(part: Partial<TrackState>) {
    this.trackState = { ...this.trackState, ...part };
    this.listener?.tracks();
  }
}
