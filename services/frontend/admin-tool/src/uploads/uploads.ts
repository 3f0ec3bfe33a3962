import { sha256 } from './digest';
import { sendPart } from './sendPart';
import { newKey, uploadService } from './service';
import type { JobView } from './JobView';
import { UploadQueue } from './UploadQueue';

const each = 200;
let queue: UploadQueue | undefined;
const listeners = new Set<(view: JobView) => void>();

/** The uploads of this page, opened on first use. Leaving the page while one is under way asks first. */
export function openUploads(): UploadQueue {
  if (queue) return queue;
  const opened = queue = new UploadQueue({
    service: uploadService, send: sendPart, digest: sha256, newKey, now: () => performance.timeOrigin + performance.now(), random: Math.random,
    schedule: act => setTimeout(act, each), completed: view => { for (const listener of listeners) listener(view); },
  });
  addEventListener('beforeunload', event => { if (opened.isBusy) event.preventDefault(); });
  return opened;
}

/** Told of each upload that is complete; answers how to stop listening. */
export function onCompleted(listener: (view: JobView) => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}
