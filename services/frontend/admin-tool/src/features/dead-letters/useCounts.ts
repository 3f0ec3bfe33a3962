import { useQueries } from '@tanstack/react-query';
import type { Service } from '../operations/services';
import { countQuery, type Count } from './queries';

export interface ServiceCount { service: Service; count: Count | null; isAway: boolean }

/** How many dead letters each service has; each is counted by itself and may be away by itself. */
export function useCounts(services: readonly Service[]): ServiceCount[] {
  const counts = useQueries({ queries: services.map(countQuery) });
  return services.map((service, i) => ({ service, count: counts[i]?.data ?? null, isAway: counts[i]?.isError ?? false }));
}

export function sumOf(counts: readonly ServiceCount[]): Count {
  return { number: counts.reduce((sum, { count }) => sum + (count?.number ?? 0), 0), isMore: counts.some(({ count }) => count?.isMore) };
}
