/** `absent`: begun somewhere else or before a reload, and waiting for its file to be chosen again. */
export type JobState = 'queued' | 'starting' | 'checking' | 'sending' | 'waiting' | 'paused' | 'completing' | 'completed' | 'failed' | 'absent';
/** `other-file`: not the file that the upload was begun with. `ended`: the service has closed the upload. `stopped`: anything else. */
export type Failure = { readonly kind: 'other-file' | 'ended' | 'stopped'; readonly error?: unknown };

export interface JobView {
  readonly key: string; readonly state: JobState; readonly titleId: string; readonly fileName: string; readonly bytes: number;
  readonly uploadId?: string; readonly assetId?: string;
  /** Bytes that have arrived or are on their way; while checking, those that were compared. */
  readonly done: number;
  readonly bytesPerSecond: number; readonly secondsLeft?: number; readonly failure?: Failure;
}
