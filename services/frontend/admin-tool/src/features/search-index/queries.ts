import { api, pages, unwrap, type Schemas } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';

export type IndexStatus = Schemas['DiscoveryIndexer.IndexStatus'];
export type IndexJob = Schemas['DiscoveryIndexer.JobView'];
export type Kind = IndexJob['kind'];

const whileItRuns = 1000;
const otherwise = 10_000;

export const statusQuery = queryOptions({
  queryKey: ['indexing', 'status'],
  queryFn: ({ signal }): Promise<IndexStatus> => unwrap(api.GET('/api/v1/indexing', { signal })),
  refetchInterval: ({ state }: { state: { data?: IndexStatus | undefined } }) => state.data?.running ? whileItRuns : otherwise,
});

export const jobsQuery = pages<IndexJob>(['indexing', 'jobs'], (after, signal) => unwrap(api.GET('/api/v1/indexing/jobs', { params: { query: { limit: 10, after } }, signal })));

/** A list that still shows a running job is read again, also after the job has ended. */
export const rereadEach = (jobs: readonly IndexJob[], isRunning: boolean) => isRunning || jobs.some(({ state }) => state === 'running') ? 2 * whileItRuns : false;

export const synonymsQuery = queryOptions({
  queryKey: ['indexing', 'synonyms'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/indexing/synonyms', { signal })),
});

const addresses = { rebuild: '/api/v1/indexing/rebuilds', check: '/api/v1/indexing/checks', repair: '/api/v1/indexing/repairs' } as const;

export async function start(kind: Kind, reason: string): Promise<void> {
  await unwrap(api.POST(addresses[kind], { body: { reason } }));
}

export async function cancel(id: string): Promise<void> {
  await unwrap(api.DELETE('/api/v1/indexing/jobs/{id}', { params: { path: { id } } }));
}

export async function saveSynonyms(groups: string[][]): Promise<void> {
  await unwrap(api.PUT('/api/v1/indexing/synonyms', { body: { groups } }));
}

export async function indexTitle(id: string): Promise<void> {
  await unwrap(api.POST('/api/v1/indexing/titles/{id}', { params: { path: { id } } }));
}
