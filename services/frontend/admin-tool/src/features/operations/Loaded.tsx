import { ErrorState, Skeleton, SkeletonGroup } from '@streamix/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './operations.module.css';

interface LoadedProps<D> {
  query: Pick<UseQueryResult<D>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  height: string;
  level?: 2 | 3;
  children: (data: D) => ReactNode;
}

/** What was asked for, or that it comes, or why it does not. What is known stays when a later reading of it fails. */
export function Loaded<D>({ query, height, level, children }: LoadedProps<D>) {
  const { t } = useTranslation('operations');
  if (query.data !== undefined) {
    return (
      <>
        {query.error !== null && <p className={styles.warning} role="status">{t('readingFailed')}</p>}
        {children(query.data)}
      </>
    );
  }
  if (query.error) return <ErrorState level={level} error={query.error} onRetry={() => query.refetch()} isRetrying={query.isFetching} />;
  return <SkeletonGroup><Skeleton height={height} /></SkeletonGroup>;
}
