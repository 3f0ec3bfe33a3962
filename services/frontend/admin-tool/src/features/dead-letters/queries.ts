import { api, pages, unwrap, type Schemas } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';
import { endOf, startOf, type Filters } from '../operations/filters';
import type { Service } from '../operations/services';

export type Letter = Schemas['Operations.DeadLetterView'];
export type ReplaySummary = Schemas['Operations.ReplaySummary'];
export const letterFields = ['service', 'type', 'handler', 'reason', 'from', 'to'] as const;
export type LetterFilters = Filters<(typeof letterFields)[number]>;

const mostCounted = 100;
const countedEach = 15_000;

const narrowing = ({ type, handler, reason, from, to }: LetterFilters) => ({ type, handler, reason, from: startOf(from), to: endOf(to) });

export const lettersQuery = (service: Service, filters: LetterFilters) => pages(['dead-letters', service, 'list', filters], (after, signal) =>
  unwrap(api.GET('/api/v1/operations/{service}/dead-letters', { params: { path: { service }, query: { ...narrowing(filters), limit: 25, after } }, signal })));

export interface Count { number: number; isMore: boolean }

/** How many lie there; nobody counts further than a page. */
export const countQuery = (service: Service) => queryOptions({
  queryKey: ['dead-letters', service, 'count'],
  refetchInterval: countedEach,
  queryFn: async ({ signal }): Promise<Count> => {
    const { items, next } = await unwrap(api.GET('/api/v1/operations/{service}/dead-letters', { params: { path: { service }, query: { limit: mostCounted } }, signal }));
    return { number: items.length, isMore: Boolean(next) };
  },
});

export const letterQuery = (service: Service, id: string) => queryOptions({
  // Apart from the lists: a letter that was given up or replayed is not read again.
  queryKey: ['dead-letter', service, id],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/operations/{service}/dead-letters/{id}', { params: { path: { service, id } }, signal })),
});

export type LetterAct = 'replay' | 'discard';

export async function actOn(service: Service, id: string, what: LetterAct): Promise<void> {
  await unwrap(api.POST(`/api/v1/operations/{service}/dead-letters/{id}/${what}`, { params: { path: { service, id } } }));
}

export function replaySome(service: Service, filters: LetterFilters, after: string | undefined): Promise<ReplaySummary> {
  return unwrap(api.POST('/api/v1/operations/{service}/dead-letters/replay', { params: { path: { service }, query: { ...narrowing(filters), limit: 25, after } } }));
}
