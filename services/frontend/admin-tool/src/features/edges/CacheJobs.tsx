import { itemsOf } from '@streamix/api';
import { Badge, Card, Pager, Table, useFormat, type TableColumn } from '@streamix/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { cacheJobsQuery, type CacheJob } from './queries';
import { partKind } from './states';

export function CacheJobs() {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const jobs = useInfiniteQuery(cacheJobsQuery);
  const columns: TableColumn<CacheJob>[] = [
    { id: 'prefix', label: t('prefix'), cell: row => <bdi>{row.prefix}</bdi> },
    { id: 'kind', label: t('job'), cell: row => t(`cacheKinds.${row.kind}`, { defaultValue: row.kind }) },
    { id: 'done', label: t('state'), cell: row => <Badge kind={row.done ? 'success' : 'info'}>{row.done ? t('allDone') : t('underWay')}</Badge> },
    {
      id: 'edges', label: t('edges'), cell: row => (
        <ul className={styles.list}>
          {row.edges.map(part => (
            <li key={part.edge} className={styles.row}>
              <Badge kind={partKind(part)}>{part.edge}</Badge> {t('objectsAndBytes', { objects: format.number(part.objects), bytes: format.bytes(part.bytes) })} {part.error && <bdi>{part.error}</bdi>}
            </li>
          ))}
        </ul>
      ),
    },
    { id: 'why', label: t('why'), cell: row => <bdi>{row.reason}</bdi> },
    { id: 'created', label: t('created'), cell: row => format.dateTime(row.createdAt) },
  ];
  return (
    <Card title={t('cacheJobs')}>
      <Loaded query={jobs} height="12rem" level={3}>
        {data => (
          <>
            <Table caption={t('cacheJobs')} columns={columns} rows={itemsOf(data)} rowKey={row => row.id} empty={<p>{t('noJobs')}</p>} />
            <Pager hasMore={jobs.hasNextPage} isLoading={jobs.isFetchingNextPage} onMore={() => jobs.fetchNextPage()} />
          </>
        )}
      </Loaded>
    </Card>
  );
}
