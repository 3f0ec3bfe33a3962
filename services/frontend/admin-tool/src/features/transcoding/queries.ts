import { api, pages, unwrap, type Schemas } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';

export type JobSummary = Schemas['MediaTranscoder.JobSummary'];
export type JobState = Schemas['MediaTranscoder.JobState'];
export type JobFile = Schemas['MediaTranscoder.JobFile'];
export type JobProgress = Schemas['MediaTranscoder.ProgressView'];
export type Act = 'cancel' | 'retry' | 'pause' | 'resume';

export const states: readonly JobState[] = ['waiting', 'running', 'paused', 'done', 'rejected', 'failed', 'cancelled'];
export const isOver = (state: JobState) => state === 'done' || state === 'rejected' || state === 'failed' || state === 'cancelled';
const each = 25;
const whileItMoves = 3000;

export const jobsQuery = (state: JobState | null) => ({
  ...pages(['transcoding', 'jobs', state], (after, signal) =>
    unwrap(api.GET('/api/v1/transcoding/jobs', { params: { query: { state: state ?? undefined, limit: each, after } }, signal }))),
  refetchInterval: whileItMoves,
});

export const queueQuery = queryOptions({
  queryKey: ['transcoding', 'queue'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/transcoding/queue', { signal })),
  refetchInterval: whileItMoves,
});

export const jobQuery = (id: string) => queryOptions({
  queryKey: ['transcoding', 'job', id],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/transcoding/jobs/{id}', { params: { path: { id } }, signal })),
});

/** Which acts a job in this state takes. */
export function actsOf(state: JobState): readonly Act[] {
  switch (state) {
    case 'waiting':
    case 'running': return ['pause', 'cancel'];
    case 'paused': return ['resume', 'cancel'];
    case 'failed':
    case 'cancelled': return ['retry'];
    default: return [];
  }
}

export async function act(id: string, what: Act, reason: string | null): Promise<void> {
  await unwrap(api.POST(`/api/v1/transcoding/jobs/{id}/${what}`, { params: { path: { id } }, body: { reason } }));
}

export async function prioritise(id: string, priority: number): Promise<void> {
  await unwrap(api.PUT('/api/v1/transcoding/jobs/{id}/priority', { params: { path: { id } }, body: { priority } }));
}

export async function pauseQueue(isPaused: boolean, reason: string | null): Promise<void> {
  await unwrap(isPaused ? api.POST('/api/v1/transcoding/queue/pause', { body: { reason } }) : api.POST('/api/v1/transcoding/queue/resume', { body: { reason } }));
}
