import { itemsOf } from '@streamix/api';
import { Badge, Card, Pager, Table, useFormat, type TableColumn } from '@streamix/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import { jobsQuery, rereadEach, type IndexJob } from './queries';
import { jobKinds } from './states';

export function JobsCard({ isRunning }: { isRunning: boolean }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const jobs = useInfiniteQuery({ ...jobsQuery, refetchInterval: ({ state }) => rereadEach(itemsOf(state.data), isRunning) });
  const columns: TableColumn<IndexJob>[] = [
    { id: 'kind', label: t('job'), cell: row => t(`indexKinds.${row.kind}`) },
    { id: 'state', label: t('state'), cell: row => <Badge kind={jobKinds[row.state]}>{t(`jobStates.${row.state}`)}</Badge> },
    { id: 'seen', label: t('seen'), align: 'end', cell: row => format.number(row.seen) },
    { id: 'differs', label: t('differs'), align: 'end', cell: row => format.number(row.missing + row.stale + row.surplus) },
    { id: 'repaired', label: t('repaired'), align: 'end', cell: row => format.number(row.repaired) },
    { id: 'started', label: t('started'), cell: row => format.dateTime(row.startedAt) },
    { id: 'why', label: t('why'), cell: row => <><bdi>{row.reason}</bdi>{row.error && <> · <bdi>{row.error}</bdi></>}</> },
  ];
  return (
    <Card title={t('jobs')}>
      <Loaded query={jobs} height="16rem" level={3}>
        {data => (
          <>
            <Table caption={t('jobs')} columns={columns} rows={itemsOf(data)} rowKey={row => row.id} empty={<p>{t('noJobs')}</p>} />
            <Pager hasMore={jobs.hasNextPage} isLoading={jobs.isFetchingNextPage} onMore={() => jobs.fetchNextPage()} />
          </>
        )}
      </Loaded>
    </Card>
  );
}
