import { ErrorState, Skeleton, SkeletonGroup } from '@streamix/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

interface LoadedProps<D> {
  query: Pick<UseQueryResult<D>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  height: string;
  level?: 2 | 3;
  children: (data: D) => ReactNode;
}

/** What was asked for, or that it comes, or why it does not. What is known stays when a later reading of it fails. */
export function Loaded<D>({ query, height, level, children }: LoadedProps<D>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorState level={level} error={query.error} onRetry={() => query.refetch()} isRetrying={query.isFetching} />;
  return <SkeletonGroup><Skeleton height={height} /></SkeletonGroup>;
}
