import { ErrorState, Skeleton, SkeletonGroup } from '@streamix/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

interface LoadedProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isFetching'> & { refetch: () => unknown };
  /** The room that is kept for it. */
  height: string;
  children: (data: T) => ReactNode;
}

/** What a query gave; its place while it comes, and what to do when it does not. */
export function Loaded<T>({ query, height, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState error={query.error} isRetrying={query.isFetching} onRetry={() => void query.refetch()} />;
  return (
    <SkeletonGroup>
      <Skeleton height={height} radius="var(--radius-large)" />
    </SkeletonGroup>
  );
}
