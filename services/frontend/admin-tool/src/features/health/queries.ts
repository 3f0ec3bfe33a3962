import { api, unwrap, type Schemas } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';

export type ServiceState = Schemas['InfraGateway.ServiceState'];
export type VersionState = Schemas['InfraGateway.VersionState'];

export const refreshEach = 5000;

/** Nothing is asked while the page is hidden; it is asked at once when it is seen again. */
export const topologyQuery = queryOptions({
  queryKey: ['operations', 'topology'],
  staleTime: 0,
  refetchInterval: refreshEach,
  refetchIntervalInBackground: false,
  refetchOnWindowFocus: true,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/operations/topology', { signal })),
});
