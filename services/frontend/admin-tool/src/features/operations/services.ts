import { api, unwrap, type Paths } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';

/** A service that operators may ask something. */
export type Service = Paths['/api/v1/operations/{service}/audit']['get']['parameters']['path']['service'];
export type Offer = 'audit' | 'dead-letters';

export interface Operated { service: Service; offers: readonly string[] }

export const servicesQuery = queryOptions({
  queryKey: ['operations', 'services'],
  staleTime: 5 * 60_000,
  // The document lists the very services that this answer is made of.
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/operations/services', { signal }))) as Operated[],
});

export function offering(services: readonly Operated[], offer: Offer): Service[] {
  return services.filter(({ offers }) => offers.includes(offer)).map(({ service }) => service);
}
