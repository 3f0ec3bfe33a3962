import { api, unwrap } from '@streamix/api';
import { queryOptions } from '@tanstack/react-query';
import type { Card, Watched } from '../catalogue/model';
import { titlesQuery } from '../catalogue/queries';

const mostPages = 10;
const mostSimilar = 12;

/** Everything the profile watched of a series. */
export function seriesHistoryQuery(seriesId: string) {
  return queryOptions({
    queryKey: ['history', 'series', seriesId],
    queryFn: async ({ signal }) => {
      const watched: Watched[] = [];
      let after: string | null = null;
      for (let page = 0; page < mostPages; page++) {
        const query: { seriesId: string; limit: number; after?: string } = { seriesId, limit: 100, ...(after === null ? {} : { after }) };
        const { items, next } = await unwrap(api.GET('/api/v1/history', { params: { query }, signal }));
        watched.push(...items);
        after = next ?? null;
        if (after === null) break;
      }
      return watched;
    },
    staleTime: 0,
  });
}

/** Titles that share the first genre; those that share most of them first. */
export function similarQuery(language: string, title: Card) {
  return {
    ...titlesQuery(language, title.genres[0] ? { genre: title.genres[0] } : {}, 30),
    select: ({ items, next }: { items: Card[]; next: string | null }) => ({ next, items: mostAlike(title, items) }),
  };
}

export function mostAlike(title: Card, others: readonly Card[]): Card[] {
  const shared = (card: Card) => card.genres.filter(genre => title.genres.includes(genre)).length + (card.kind === title.kind ? 0.5 : 0);
  return others.filter(card => card.id !== title.id).sort((a, b) => shared(b) - shared(a)).slice(0, mostSimilar);
}
