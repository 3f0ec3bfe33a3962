import { api, unwrap, type Schemas } from '@streamix/api';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { endOf, startOf, type Filters } from '../operations/filters';
import type { Service } from '../operations/services';
import { begin, hasMore, mergeNext, type Source } from './merge';

export type Recorded = Schemas['Operations.AuditRecorded'];
export const auditFields = ['service', 'actor', 'subject', 'action', 'from', 'to'] as const;
export type AuditFilters = Filters<(typeof auditFields)[number]>;

const each = 25;

function read(service: Service, { actor, subject, action, from, to }: AuditFilters, after: string | undefined, signal: AbortSignal) {
  const query = { actor, subject, action, from: startOf(from), to: endOf(to), limit: each, after };
  return unwrap(api.GET('/api/v1/operations/{service}/audit', { params: { path: { service }, query }, signal }));
}

/** What operators did, as these services recorded it, in one list by time. */
export const auditQuery = (services: readonly Service[], filters: AuditFilters, size = 50) => infiniteQueryOptions({
  queryKey: ['operations', 'audit', services, filters, size],
  initialPageParam: begin(services) as Source<Recorded, Service>[],
  queryFn: async ({ pageParam, signal }) => {
    const page = await mergeNext(pageParam, size, record => record.occurredAt, (service: Service, after) => read(service, filters, after, signal));
    // One service away is a gap in the list; all of them away is no list.
    const [first] = page.failed;
    if (first && page.failed.length === services.length) throw first.error;
    return page;
  },
  getNextPageParam: last => hasMore(last.sources) ? last.sources : undefined,
});
