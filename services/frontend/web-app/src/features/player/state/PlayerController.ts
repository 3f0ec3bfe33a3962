import type { Engine } from '../engine/Engine';
import { type Limits, noLimits } from '../engine/limits';
import { QualityMeter } from '../engine/QualityMeter';
import { failureOf } from '../engine/shakaFailure';
import type { Failure } from '../errors/failure';
import { fromEnd, fromProblem } from '../errors/fromProblem';
import { chaptersOf } from '../markers/markers';
import { beginning } from '../markers/resume';
import type { PlaybackAnswer } from '../session/contract';
import { PlaybackSession } from '../session/PlaybackSession';
import { Commands } from './Commands';
import type { ControllerParts, StartOptions } from './ControllerParts';
import { Formats } from './Formats';
import { firstState, type PlayerState } from './PlayerState';
import { Sight } from './Sight';
import { soon } from './soon';
import { sourceOf } from './sourceOf';
import { Store } from './store';

const revivedLately = 60_000;

/** Starts a title, keeps it going, and says what is wrong when it does not. */
export class PlayerController {
  readonly store = new Store<PlayerState>({ ...firstState, online: navigator.onLine });
  readonly commands: Commands;
  #engine: Engine | null = null;
  #session: PlaybackSession | null = null;
  #sight: Sight | null = null;
  #meter = new QualityMeter(performance.now());
  readonly #formats: Formats;
  #key: string = crypto.randomUUID();
  #run = 0;
  #revivedAt = -Infinity;
  #dormantAt: number | null = null;

  constructor(private readonly parts: ControllerParts) {
    this.#formats = new Formats(parts);
    this.commands = new Commands(this.store, parts.preferences, () => this.#engine);
  }

  get session(): PlaybackSession | null {
    return this.#session;
  }

  stats = () => this.#engine?.stats() ?? null;

  async start(options: StartOptions = {}): Promise<void> {
    const run = ++this.#run;
    const { titleId, device, api } = this.parts;
    this.store.set({ phase: 'starting', failure: null, blocked: false });
    this.leave();
    try {
      const wish = { titleId, device, ...options.pin && { pin: options.pin }, ...options.insteadOf && { insteadOf: options.insteadOf } };
      const [answer, limits] = await Promise.all([api.start(wish, this.#key), soon(this.parts.limits, noLimits)]);
      this.#key = crypto.randomUUID();
      if (run === this.#run) await this.#begin(answer, { ...options, limits }, run);
      else await api.beat(answer.playbackId, { sequence: 1, positions: [], quality: null, ended: true }, true);
    } catch (error) {
      const failure = fromProblem(error, options.pin !== undefined);
      if (failure.code !== 'offline' && failure.code !== 'unavailable') this.#key = crypto.randomUUID();
      if (run === this.#run) this.#fail(failure);
    }
  }

  choose(from: 'resume' | 'start'): void {
    if (from === 'start') this.commands.seekTo(0);
    this.store.set({ phase: 'playing', resume: null });
    void this.commands.play();
  }

  /** Anew where it was: after an error, or when it ended behind our back. */
  retry(): void {
    const at = this.#dormantAt ?? this.#sight?.position ?? null;
    void this.start(at === null ? {} : { at });
  }

  /** After a long silence the playback is over; whoever comes back shall not notice. */
  wake(): boolean {
    if (this.#dormantAt === null) return false;
    const at = this.#dormantAt;
    this.#dormantAt = null;
    this.#revivedAt = performance.now();
    void this.start({ at });
    return true;
  }

  setOnline(online: boolean): void {
    this.store.set({ online });
    if (!online) return;
    this.#session?.reconnect();
    this.#engine?.recover();
    if (this.store.get().failure?.code === 'offline') this.retry();
  }

  nextNow(): void {
    const next = this.store.get().answer?.next;
    if (next) this.parts.goTo(next.titleId);
  }

  cancelNext(): void {
    this.#sight?.countdown.cancel();
    this.#sight?.look();
  }

  tell(): void {
    void this.#session?.heartbeats.tell();
  }

  /** The page goes, or the viewer does. */
  leave(): void {
    void this.#session?.finish();
    this.#session = null;
  }

  async destroy(): Promise<void> {
    this.#run++;
    this.leave();
    const engine = this.#engine;
    this.#engine = null;
    await engine?.destroy();
  }

  async #begin(answer: PlaybackAnswer, options: StartOptions & { limits: Limits }, run: number): Promise<void> {
    const session = this.#session = this.#sessionOf(answer);
    const engine = this.#engine ??= await this.parts.engine();
    if (run !== this.#run) return engine.destroy();
    const { at, asks } = beginning(answer, this.parts.from, options.at);
    const preferences = this.parts.preferences.get();
    const sight = this.#sight = new Sight({ answer, engine, store: this.store, meter: this.#meter, commands: this.commands, session, next: () => this.nextNow(), dormant: () => this.wake() });
    engine.listen({
      media: () => sight.look(),
      tracks: () => this.store.set({ tracks: engine.tracks() }),
      failed: failure => { if (run === this.#run) this.#fail(failure); },
      stumbled: code => this.#meter.stumble(code),
    });
    this.store.set({ answer, resume: asks ? at : null, chapters: chaptersOf(answer.markers), next: { kind: 'hidden' } });
    engine.setVolume(preferences.volume, preferences.muted);
    try {
      await this.#formats.load(answer.manifests, async one => {
        if (run === this.#run) await engine.load(sourceOf(session, { preferences, limits: options.limits, position: at }, one));
      }, code => this.#meter.stumble(code));
    } catch (error) {
      if (run === this.#run) this.#fail(failureOf(error, navigator.onLine));
      return;
    }
    if (run !== this.#run) return;
    engine.setRate(preferences.rate);
    this.store.set({ phase: asks ? 'asking' : 'playing' });
    if (!asks) await this.commands.play();
  }

  #sessionOf(answer: PlaybackAnswer): PlaybackSession {
    const { api, storage, clock } = this.parts;
    return new PlaybackSession(answer, {
      api, storage, ...clock && { clock },
      position: () => this.#sight?.position ?? null,
      quality: () => this.#meter.take(),
      giveBack: quality => this.#meter.giveBack(quality),
      ended: ({ reason, code }) => this.#over(fromEnd(reason, code)),
      refused: error => this.#over(fromProblem(error)),
    });
  }

  #over(failure: Failure): void {
    const { media } = this.store.get();
    const silently = failure.code === 'silent' && performance.now() - this.#revivedAt > revivedLately;
    if (!silently) {
      this.#fail(failure);
      return;
    }
    this.#dormantAt = media.time;
    if (!media.paused) this.wake();
  }

  #fail(failure: Failure): void {
    this.#engine?.pause();
    this.leave();
    this.store.set({ phase: 'failed', failure });
  }
}
