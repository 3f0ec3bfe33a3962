import type { Draft, Upload } from './service';
import type { JobView } from './JobView';
import { UploadJob, type JobDeps } from './UploadJob';

export interface QueueDeps extends JobDeps {
  /** Tells the page of changes, not more often than it can draw. */
  readonly schedule: (act: () => void) => void;
  /** Told of each upload that is complete. */
  readonly completed: (view: JobView) => void;
}

const mostAtOnce = 2;

/** All uploads of this page: a few at a time, the others wait for their turn. A store for useSyncExternalStore. */
export class UploadQueue {
  #jobs: UploadJob[] = [];
  #views: readonly JobView[] = [];
  #listeners = new Set<() => void>();
  #isScheduled = false;

  constructor(private readonly deps: QueueDeps) {}

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  };

  snapshot = () => this.#views;

  get isBusy() { return this.#jobs.some(job => job.isActive); }

  add(draft: Omit<Draft, 'fileName' | 'bytes' | 'contentType'>, file: File): string {
    const whole: Draft = { ...draft, fileName: file.name, bytes: file.size, contentType: file.type || 'application/octet-stream' };
    return this.#append(new UploadJob(this.deps, whole, { file }, this.#changed));
  }

  /** What the service says is open and this page does not know: begun before a reload, or in another browser. */
  async adopt(): Promise<void> {
    const known = new Set(this.#jobs.map(job => job.view.uploadId));
    for (const upload of await this.deps.service.going())
      if (!known.has(upload.id) && (upload.state === 'open' || upload.state === 'opening')) this.#append(new UploadJob(this.deps, draftOf(upload), { upload }, this.#changed));
  }

  /** False: this is another file. */
  attach(key: string, file: File): boolean {
    const fits = this.#find(key)?.attach(file) ?? false;
    this.#go();
    return fits;
  }

  pause(key: string) { this.#find(key)?.pause(); }
  resume(key: string) { this.#find(key)?.queue(); this.#go(); }
  restart(key: string) { this.#find(key)?.restart(); this.#go(); }
  pauseAll() { for (const job of this.#jobs) job.pause(); }
  resumeAll() { for (const job of this.#jobs) job.queue(); this.#go(); }

  async cancel(key: string): Promise<void> {
    await this.#find(key)?.cancel();
    this.dismiss(key);
  }

  /** Takes it off the list. */
  dismiss(key: string) {
    this.#jobs = this.#jobs.filter(job => job.key !== key || job.isActive);
    this.#changed();
  }

  #append(job: UploadJob) {
    this.#jobs.push(job);
    this.#changed();
    this.#go();
    return job.key;
  }

  #go() {
    const free = mostAtOnce - this.#jobs.filter(job => job.isActive).length;
    for (const job of this.#jobs.filter(job => job.view.state === 'queued').slice(0, Math.max(0, free)))
      void job.run().then(() => {
        if (job.isOver) this.deps.completed(job.view);
        this.#go();
      });
  }

  #find(key: string) { return this.#jobs.find(job => job.key === key); }

  #changed = () => {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.deps.schedule(() => {
      this.#isScheduled = false;
      this.#views = this.#jobs.map(job => job.view);
      for (const listener of this.#listeners) listener();
    });
  };
}

const draftOf = ({ titleId, fileName, bytes }: Upload): Draft => ({ titleId, fileName, bytes, contentType: 'application/octet-stream', protected: true, priority: 5 });
