import { infiniteQueryOptions, type InfiniteData, type QueryKey } from '@tanstack/react-query';

/** A page of any list of the API. */
export interface Page<I> {
  items: I[];
  next?: string | null;
}

/** For useInfiniteQuery: a list page by page, each loaded by the cursor that the one before gave. */
export function pages<I, P extends Page<I> = Page<I>>(queryKey: QueryKey, load: (after: string | undefined, signal: AbortSignal) => Promise<P & Page<I>>) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.next ?? undefined,
  });
}

/** Everything that is loaded, as one list. */
export function itemsOf<I>(data: InfiniteData<Page<I>, unknown> | undefined): I[] {
  return data?.pages.flatMap(page => page.items) ?? [];
}
