import { api, newIdempotencyKey, pages, unwrap, unwrapWithETag, type Schemas } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';

export type Edge = Schemas['StreamingCdnOrchestrator.EdgeView'];
export type CacheJob = Schemas['StreamingCdnOrchestrator.CacheJobView'];
export type CacheJobDraft = Schemas['StreamingCdnOrchestrator.CacheJobDraft'];

const lively = 5000;

export const edgesQuery = queryOptions({
  queryKey: ['edges', 'list'],
  refetchInterval: lively,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/edges', { signal })),
});

export const cacheJobsQuery = {
  ...pages(['edges', 'jobs'], (after, signal) => unwrap(api.GET('/api/v1/edges/jobs', { params: { query: { limit: 10, after } }, signal }))),
  refetchInterval: lively,
};

export const choiceQuery = (assetId: string, country: string) => queryOptions({
  queryKey: ['edges', 'choice', assetId, country],
  enabled: assetId !== '',
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/edges/choice', { params: { query: { assetId, country: country || undefined } }, signal })),
});

/** Changes its state alone, on the version that is read now. */
export async function turn(name: string, state: Edge['state']): Promise<void> {
  const path = { name };
  const { data: { capacity, cost, region, weight }, etag } = await unwrapWithETag(api.GET('/api/v1/edges/{name}', { params: { path } }));
  await unwrap(api.PUT('/api/v1/edges/{name}', { params: { path, header: { 'If-Match': etag ?? '*' } }, body: { capacity, cost, region, weight, state } }));
}

export async function order(draft: CacheJobDraft, key = newIdempotencyKey()): Promise<void> {
  await unwrap(api.POST('/api/v1/edges/jobs', { params: { header: { 'Idempotency-Key': key } }, body: draft }));
}
