import { api, itemsOf, pages, unwrap } from '@streamix/api';
import { EmptyState, ErrorState, Pager, Skeleton } from '@streamix/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TitlesTable } from '../titles/TitlesTable';

/** The titles that name somebody, in every state. */
export function Filmography({ id }: { id: string }) {
  const { t } = useTranslation('people');
  const list = useInfiniteQuery(pages(['titles', 'list', { person: id }], (after, signal) =>
    unwrap(api.GET('/api/v1/catalog/admin/titles', { params: { query: { person: id, sort: 'title', limit: 50, after } }, signal }))));
  if (list.isPending) return <Skeleton height="16rem" />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => list.refetch()} />;
  const rows = itemsOf(list.data);
  if (rows.length === 0) return <EmptyState title={t('noTitles')} body={t('noTitlesBody')} />;
  return (
    <>
      <TitlesTable rows={rows} />
      <Pager hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} isLoading={list.isFetchingNextPage} />
    </>
  );
}
