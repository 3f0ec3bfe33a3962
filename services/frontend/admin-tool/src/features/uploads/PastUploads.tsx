import { api, itemsOf, pages, unwrap, type Schemas } from '@streamix/api';
import { Badge, Card, EmptyState, ErrorState, LinkButton, Pager, Skeleton, Table, useFormat } from '@streamix/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onCompleted } from '../../uploads/uploads';

type Upload = Schemas['MediaCatalog.UploadView'];
const kinds = { completed: 'success', failed: 'danger', aborted: 'neutral', expired: 'warning' } as const;

/** What has ended, newest first. */
export function PastUploads() {
  const { t } = useTranslation('uploads');
  const format = useFormat();
  const client = useQueryClient();
  useEffect(() => onCompleted(() => { void client.invalidateQueries({ queryKey: ['uploads'] }); }), [client]);
  const past = useInfiniteQuery(pages(['uploads', 'past'], (after, signal) =>
    unwrap(api.GET('/api/v1/catalog/uploads', { params: { query: { going: false, limit: 20, after } }, signal }))));

  const columns = [
    { id: 'file', label: t('file'), cell: (row: Upload) => <bdi>{row.fileName}</bdi> },
    { id: 'bytes', label: t('size'), cell: (row: Upload) => format.bytes(row.bytes) },
    { id: 'state', label: t('state'), cell: (row: Upload) => <Badge kind={kinds[row.state as keyof typeof kinds] ?? 'neutral'}>{t(`serverStates.${row.state}`)}</Badge> },
    { id: 'ended', label: t('ended'), cell: (row: Upload) => row.endedAt ? format.dateTime(row.endedAt) : '' },
    { id: 'title', label: t('title'), cell: (row: Upload) => <LinkButton variant="quiet" size="small" to={`/titles/${row.titleId}`}>{t('openTitle')}</LinkButton> },
  ];

  return (
    <Card title={t('past')}>
      {past.isPending && <Skeleton height="12rem" />}
      {past.isError && <ErrorState error={past.error} onRetry={() => void past.refetch()} />}
      {past.isSuccess && (
        <>
          <Table caption={t('past')} columns={columns} rows={itemsOf(past.data)} rowKey={row => row.id} empty={<EmptyState icon="history" level={3} title={t('noPast')} />} />
          <Pager hasMore={past.hasNextPage} onMore={() => void past.fetchNextPage()} isLoading={past.isFetchingNextPage} />
        </>
      )}
    </Card>
  );
}
