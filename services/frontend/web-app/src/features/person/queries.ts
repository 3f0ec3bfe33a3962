import { api, unwrap } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';

export function personQuery(language: string, id: string) {
  return queryOptions({
    queryKey: ['catalogue', 'person', language, id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/catalog/people/{name}', { params: { path: { name: id } }, headers: { 'Accept-Language': language }, signal })),
    staleTime: 60_000,
  });
}
