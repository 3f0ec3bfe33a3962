import { api, unwrap } from '@streamix/api';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ContinuePage } from '../catalogue/model';
import { continueKey, titlesQuery } from '../catalogue/queries';

const mostFeatured = 8;

export function featuredQuery(language: string) {
  return titlesQuery(language, { tag: 'featured' }, mostFeatured);
}

/** The genres of which there is something for this profile, the largest first. */
export function genresQuery() {
  return queryOptions({
    queryKey: ['catalogue', 'genres-here'],
    queryFn: async ({ signal }) => {
      const query = { type: ['movie', 'series'], facets: true, limit: 1 };
      const found = await unwrap(api.GET('/api/v1/search', { params: { query }, signal }));
      return found.facets.find(facet => facet.name === 'genre')?.values.map(genre => genre.value) ?? [];
    },
    staleTime: 5 * 60_000,
  });
}

/** Takes something out of the row at once, and puts it back when that is not accepted. */
export function useStopContinuing() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (titleId: string) => unwrap(api.PUT('/api/v1/history/titles/{titleId}/hidden', { params: { path: { titleId } } })),
    onMutate: async (titleId: string) => {
      await client.cancelQueries({ queryKey: continueKey });
      const before = client.getQueryData<ContinuePage>(continueKey);
      client.setQueryData<ContinuePage>(continueKey, page => page && { ...page, items: page.items.filter(item => item.titleId !== titleId) });
      return { before };
    },
    onError: (_error, _titleId, context) => client.setQueryData(continueKey, context?.before),
    onSettled: () => client.invalidateQueries({ queryKey: continueKey }),
  });
}
