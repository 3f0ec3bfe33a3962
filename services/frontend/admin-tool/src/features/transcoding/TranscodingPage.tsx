import { itemsOf } from '@streamix/api';
import { EmptyState, ErrorState, Page, Pager, Progress, Select, Skeleton, Table, useFormat, type TableColumn } from '@streamix/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { jobsQuery, states, type JobState, type JobSummary } from './queries';
import { QueueCard } from './QueueCard';
import { StateBadge } from './StateBadge';
import styles from './TranscodingPage.module.css';

const all = 'all';

/** The queue of films that are made ready to be streamed. */
export function Component() {
  const { t } = useTranslation('transcoding');
  const format = useFormat();
  const [query, setQuery] = useSearchParams();
  const state = states.find(known => known === query.get('state')) ?? null;
  const jobs = useInfiniteQuery(jobsQuery(state));

  const columns: TableColumn<JobSummary>[] = [
    { id: 'file', label: t('file'), cell: job => <Link to={`/transcoding/${job.id}`}><bdi>{job.fileName}</bdi></Link> },
    { id: 'state', label: t('state'), cell: job => <StateBadge state={job.state} /> },
    { id: 'progress', label: t('progress'), cell: job => <Progress isLabelHidden label={t('progressOf', { file: job.fileName })} value={Math.round(job.fraction * 100)} /> },
    { id: 'priority', label: t('priority'), align: 'end', cell: job => format.number(job.priority) },
    { id: 'created', label: t('created'), cell: job => format.relative(job.createdAt) },
    { id: 'reason', label: t('reason'), cell: job => job.reason ? <bdi>{job.reason}</bdi> : '' },
  ];

  return (
    <Page title={t('transcoding')}>
      <div className={styles.stack}>
        <QueueCard />
        <div className={styles.filter}>
          <Select<JobState | typeof all>
            label={t('state')} value={state ?? all} options={[{ id: all, label: t('allStates') }, ...states.map(id => ({ id, label: t(`states.${id}`) }))]}
            onChange={chosen => setQuery(chosen === all ? {} : { state: chosen }, { replace: true })}
          />
        </div>
        {jobs.isPending && <Skeleton height="20rem" />}
        {jobs.isError && <ErrorState error={jobs.error} onRetry={() => void jobs.refetch()} />}
        {jobs.isSuccess && (
          <>
            <Table caption={t('jobs')} columns={columns} rows={itemsOf(jobs.data)} rowKey={job => job.id} empty={<EmptyState icon="film" title={t('none')} body={t('noneBody')} />} />
            <Pager hasMore={jobs.hasNextPage} isLoading={jobs.isFetchingNextPage} onMore={() => jobs.fetchNextPage()} />
          </>
        )}
      </div>
    </Page>
  );
}
