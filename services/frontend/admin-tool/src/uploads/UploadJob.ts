import { isProblem } from '@streamix/api';
import { compare } from './compare';
import { ended } from './ended';
import { failureOf, OtherFile } from './failureOf';
import type { Failure, JobState, JobView } from './JobView';
import { Ledger } from './Ledger';
import { spansOf } from './parts';
import { PartPool, type PoolDeps } from './PartPool';
import { retrying } from './retrying';
import type { Draft, Upload, UploadService } from './service';
import { viewOf } from './viewOf';

export interface JobDeps extends Omit<PoolDeps, 'service' | 'waiting'> { readonly service: UploadService; readonly newKey: () => string }

const mostComparisons = 3;

/** One file on its way, from its first request to the answer that it is whole. Whatever stops it, `run` goes on from what has arrived. */
export class UploadJob {
  readonly key: string;
  #state: JobState;
  #file: File | undefined;
  #upload: Upload | undefined;
  #isKnown: boolean;
  #ledger = new Ledger();
  #waits = 0;
  #failure: Failure | undefined;
  #stop: AbortController | undefined;
  #startKey: string;
  #running = Promise.resolve();

  constructor(private readonly deps: JobDeps, private readonly draft: Draft, from: { file: File } | { upload: Upload }, private readonly changed: () => void) {
    this.#startKey = deps.newKey();
    if ('file' in from) this.#file = from.file;
    else this.#upload = from.upload;
    this.#isKnown = !('file' in from);
    this.#state = this.#isKnown ? 'absent' : 'queued';
    this.key = this.#upload?.id ?? this.#startKey;
  }

  get view(): JobView {
    return viewOf({ key: this.key, state: this.#state, isWaiting: this.#waits > 0, draft: this.draft, upload: this.#upload, ledger: this.#ledger, failure: this.#failure });
  }

  get isActive() { return this.#stop !== undefined; }
  get isOver() { return this.#state === 'completed'; }

  /** Gives an absent upload its file. False: another size, so it is another file. */
  attach(file: File): boolean {
    if (file.size !== this.draft.bytes) return false;
    this.#file = file;
    this.#ledger.clear();
    this.#isKnown = true;
    this.#become('queued');
    return true;
  }

  /** To its end, or until it is paused or fails; never rejects. */
  run(): Promise<void> {
    if (this.#stop || !this.#file || this.isOver) return this.#running;
    this.#stop = new AbortController();
    return this.#running = this.#attempt(this.#file, this.#stop.signal);
  }

  async #attempt(file: File, signal: AbortSignal): Promise<void> {
    this.#failure = undefined;
    try {
      await this.#go(file, signal);
      this.#become('completed');
    } catch (error) {
      if (signal.aborted) this.#become('paused');
      else if (await this.#finished(error, signal).catch(() => false)) this.#become('completed');
      else this.#fail(error);
    } finally {
      this.#stop = undefined;
      this.#ledger.land();
      this.changed();
    }
  }

  pause() { if (this.#stop) this.#stop.abort(); else if (this.#state === 'queued') this.#become('paused'); }
  queue() { if (this.#state === 'paused' || this.#state === 'failed') this.#become(this.#file ? 'queued' : 'absent'); }

  /** Gives it up: the service throws the parts away. */
  async cancel(): Promise<void> {
    this.pause();
    await this.#running;
    if (this.#upload && !this.isOver) await this.deps.service.abort(this.#upload.id);
  }

  /** Begins anew after the service has closed the upload. */
  restart() {
    this.#upload = undefined;
    this.#isKnown = false;
    this.#startKey = this.deps.newKey();
    this.#ledger.clear();
    this.queue();
  }

  async #go(file: File, signal: AbortSignal) {
    this.#become('starting');
    this.#upload ??= await retrying(() => this.deps.service.start(this.draft, this.#startKey), signal, this.#patience);
    const { id } = this.#upload;
    for (let round = 0; ; round++) {
      if (this.#isKnown) await this.#compare(this.#upload, file, signal);
      this.#become('sending');
      const left = spansOf(this.#upload).filter(({ number }) => !this.#ledger.has(number));
      await new PartPool({ ...this.deps, waiting: this.#waiting }, id, file, left, {
        arrived: claim => { this.#ledger.arrive(claim); this.#moved(); },
        progress: (number, sent) => { this.#ledger.fly(number, sent); this.#moved(); },
      }).run(signal);
      this.#become('completing');
      try {
        this.#upload = await retrying(() => this.deps.service.complete(id, this.#ledger.claims), signal, this.#patience);
        return;
      } catch (error) {
        if (!isProblem(error, 'parts-differ') || round >= mostComparisons) throw error;
        this.#isKnown = true;
      }
    }
  }

  /** Another tab, or an answer that was lost, may have completed it already. */
  async #finished(error: unknown, signal: AbortSignal): Promise<boolean> {
    if (!this.#upload || !isProblem(error, 'upload-completed') && !isProblem(error, 'upload-completing')) return false;
    this.#become('completing');
    this.#upload = await ended(this.deps.service, this.#upload.id, signal, this.#patience);
    return this.#upload.state === 'completed';
  }

  async #compare(upload: Upload, file: File, signal: AbortSignal) {
    this.#become('checking');
    const arrived = await retrying(() => this.deps.service.arrived(upload.id), signal, this.#patience);
    await compare(this.#ledger, { upload, file, arrived, digest: this.deps.digest, changed: this.changed }, signal);
    this.#isKnown = false;
  }

  #moved = () => { this.#ledger.note(this.deps.now(), this.#upload); this.changed(); };
  get #patience() { return { random: this.deps.random, waiting: this.#waiting }; }
  #waiting = (isWaiting: boolean) => { this.#waits += isWaiting ? 1 : -1; this.changed(); };

  #fail(error: unknown) {
    if (error instanceof OtherFile) this.#file = undefined;
    this.#failure = failureOf(error);
    this.#become('failed');
  }

  #become(state: JobState) { this.#state = state; this.changed(); }
}
