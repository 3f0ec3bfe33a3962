import type { Failure, JobState, JobView } from './JobView';
import type { Ledger } from './Ledger';
import type { Draft, Upload } from './service';

interface Seen {
  readonly key: string;
  readonly state: JobState;
  readonly isWaiting: boolean;
  readonly draft: Draft;
  readonly upload: Upload | undefined;
  readonly ledger: Ledger;
  readonly failure: Failure | undefined;
}

const moving: ReadonlySet<JobState> = new Set(['starting', 'checking', 'sending', 'completing']);

export function viewOf({ key, state, isWaiting, draft, upload, ledger, failure }: Seen): JobView {
  const { titleId, fileName, bytes } = draft;
  const done = state === 'completed' ? bytes : state === 'checking' ? ledger.compared : ledger.bytesOf(upload);
  const isSending = state === 'sending';
  return {
    key, state: isWaiting && moving.has(state) ? 'waiting' : state, titleId, fileName, bytes, uploadId: upload?.id, assetId: upload?.assetId, done,
    bytesPerSecond: isSending ? ledger.bytesPerSecond : 0, secondsLeft: isSending ? ledger.secondsFor(bytes - done) : undefined, failure,
  };
}
