import { api, isProblem, unwrap, type Schemas } from '@streamix/api';
import { Badge, EmptyState, ErrorState, Page, Skeleton, Table, useFormat, type TableColumn } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

type Line = Schemas['UsersAccount.ErasureReceiptLine'];
const whileItRuns = 5000;

/** How far the erasure of an account is. Its receipt stands behind the # so that no server on the way writes it down. */
export function Component() {
  const { t } = useTranslation('help');
  const format = useFormat();
  const receipt = new URLSearchParams(useLocation().hash.slice(1)).get('receipt') ?? '';
  const erasure = useQuery({
    queryKey: ['erasure', receipt],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/account/erasures/{receipt}', { params: { path: { receipt } }, signal })),
    enabled: receipt !== '',
    refetchInterval: query => query.state.data && query.state.data.finishedAt === null ? whileItRuns : false,
  });
  const isUnknown = receipt === '' || isProblem(erasure.error) && (erasure.error.status === 404 || erasure.error.status === 400);

  const columns: TableColumn<Line>[] = [
    { id: 'service', label: t('receipt.part'), cell: line => line.service },
    { id: 'state', label: t('receipt.state'), cell: line => <Badge kind={line.confirmedAt ? 'success' : 'info'}>{line.confirmedAt ? t('receipt.confirmed') : t('receipt.running')}</Badge> },
    { id: 'erased', label: t('receipt.erased'), align: 'end', cell: line => format.number(line.erased) },
  ];

  return (
    <Page title={t('receipt.title')} width="medium">
      {isUnknown && <EmptyState icon="info" title={t('receipt.unknown')} body={t('receipt.unknownBody')} />}
      {!isUnknown && erasure.isPending && <Skeleton height="20rem" />}
      {!isUnknown && erasure.isError && <ErrorState error={erasure.error} onRetry={() => void erasure.refetch()} />}
      {erasure.isSuccess && (
        <>
          <p role="status">{erasure.data.finishedAt ? t('receipt.finished', { when: format.dateTime(erasure.data.finishedAt) }) : t('receipt.until', { when: format.date(erasure.data.deadline) })}</p>
          <Table caption={t('receipt.title')} columns={columns} rows={erasure.data.services} rowKey={line => line.service} />
        </>
      )}
    </Page>
  );
}
