import { isProblem } from '@streamix/api';
import { isMine } from './arrived';
import { ended } from './ended';
import { spansOf, type Claim } from './parts';
import { PartPool, type PoolDeps } from './PartPool';
import { retrying } from './retrying';
import type { Draft, Upload, UploadService } from './service';
import { Speed } from './Speed';
import type { Failure, JobState, JobView } from './JobView';

export interface JobDeps extends Omit<PoolDeps, 'service' | 'waiting'> { readonly service: UploadService; readonly newKey: () => string }

const mostComparisons = 3;
const moving: ReadonlySet<JobState> = new Set(['starting', 'checking', 'sending', 'completing']);

/** One file on its way, from its first request to the answer that it is whole. Whatever stops it, `run` goes on from what has arrived. */
export class UploadJob {
  readonly key: string;
  #state: JobState;
  #file: File | undefined;
  #upload: Upload | undefined;
  #isKnown: boolean;
  #claims = new Map<number, Claim>();
  #flying = new Map<number, number>();
  #compared = 0;
  #speed = new Speed();
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
    const done = this.#state === 'checking' ? this.#compared : this.#arrivedBytes + [...this.#flying.values()].reduce((sum, sent) => sum + sent, 0);
    const isMoving = this.#state === 'sending';
    return {
      key: this.key, state: this.#waits > 0 && moving.has(this.#state) ? 'waiting' : this.#state, titleId: this.draft.titleId, fileName: this.draft.fileName, bytes: this.draft.bytes,
      uploadId: this.#upload?.id, assetId: this.#upload?.assetId, done: this.#state === 'completed' ? this.draft.bytes : done,
      bytesPerSecond: isMoving ? this.#speed.bytesPerSecond : 0, secondsLeft: isMoving ? this.#speed.secondsFor(this.draft.bytes - done) : undefined, failure: this.#failure,
    };
  }

  get isActive() { return this.#stop !== undefined; }
  get isOver() { return this.#state === 'completed'; }

  /** Gives an absent upload its file. False: another size, so it is another file. */
  attach(file: File): boolean {
    if (file.size !== this.draft.bytes) return false;
    this.#file = file;
    this.#claims.clear();
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
      this.#flying.clear();
      this.#speed.forget();
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
    this.#claims.clear();
    this.queue();
  }

  async #go(file: File, signal: AbortSignal) {
    const patience = { random: this.deps.random, waiting: this.#waiting };
    this.#become('starting');
    this.#upload ??= await retrying(() => this.deps.service.start(this.draft, this.#startKey), signal, patience);
    const { id } = this.#upload;
    for (let round = 0; ; round++) {
      if (this.#isKnown) await this.#compare(file, signal);
      this.#become('sending');
      const left = spansOf(this.#upload).filter(({ number }) => !this.#claims.has(number));
      await new PartPool({ ...this.deps, waiting: this.#waiting }, id, file, left, { arrived: this.#arrived, progress: this.#progress }).run(signal);
      this.#become('completing');
      try {
        const claims = [...this.#claims.values()].sort((a, b) => a.number - b.number);
        this.#upload = await retrying(() => this.deps.service.complete(id, claims), signal, patience);
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
    this.#upload = await ended(this.deps.service, this.#upload.id, signal, { random: this.deps.random, waiting: this.#waiting });
    return this.#upload.state === 'completed';
  }

  async #compare(file: File, signal: AbortSignal) {
    this.#become('checking');
    const upload = this.#upload!;
    const arrived = await retrying(() => this.deps.service.arrived(upload.id), signal, { random: this.deps.random, waiting: this.#waiting });
    this.#claims.clear();
    this.#compared = 0;
    for (const part of arrived) {
      signal.throwIfAborted();
      if (await isMine(part, upload, file, this.deps.digest)) this.#claims.set(part.number, { number: part.number, etag: part.etag, checksum: part.checksum ?? '' });
      this.#compared += part.bytes;
      this.changed();
    }
    if (arrived.length > 0 && this.#claims.size === 0) throw new OtherFile();
    this.#isKnown = false;
  }

  #arrived = (claim: Claim) => {
    this.#flying.delete(claim.number);
    this.#claims.set(claim.number, claim);
    this.#moved();
  };

  #progress = (number: number, sent: number) => { this.#flying.set(number, sent); this.#moved(); };
  #waiting = (isWaiting: boolean) => { this.#waits += isWaiting ? 1 : -1; this.changed(); };
  #moved() { this.#speed.note(this.deps.now(), this.view.done); this.changed(); }

  get #arrivedBytes() {
    const cut = this.#upload;
    return cut ? [...this.#claims.keys()].reduce((sum, number) => sum + (number === cut.partCount ? cut.bytes - (number - 1) * cut.partBytes : cut.partBytes), 0) : 0;
  }

  #fail(error: unknown) {
    if (error instanceof OtherFile) {
      this.#file = undefined;
      this.#failure = { kind: 'other-file' };
    } else {
      this.#failure = { kind: isProblem(error) && (error.status === 409 || error.status === 404) ? 'ended' : 'stopped', error };
    }
    this.#become('failed');
  }

  #become(state: JobState) { this.#state = state; this.changed(); }
}

class OtherFile extends Error {}
