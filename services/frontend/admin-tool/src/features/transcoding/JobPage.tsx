import { useMe } from '@streamix/api';
import { Card, ErrorState, LinkButton, Page, Progress, Skeleton, Table, useFormat, type TableColumn } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { mayAny, operation } from '../../shell/roles';
import { JobActs } from './JobActs';
import { JobFacts } from './JobFacts';
import { isOver, jobQuery, type JobFile } from './queries';
import { QualityCharts } from './QualityCharts';
import { StateBadge } from './StateBadge';
import styles from './TranscodingPage.module.css';
import { useJobProgress } from './useJobProgress';

type Task = JobFile['tasks'][number];
type Line = JobFile['log'][number];

/** One film on its way through the transcoder: its progress per rendition, why it is made so, its quality, its log. */
export function Component() {
  const { t } = useTranslation('transcoding');
  const { id = '' } = useParams();
  const format = useFormat();
  const me = useMe();
  const job = useQuery(jobQuery(id));
  const live = useJobProgress(id, job.data !== undefined && !isOver(job.data.job.state));

  if (job.isError) return <Page title={t('job')}><ErrorState error={job.error} onRetry={() => void job.refetch()} /></Page>;
  if (job.isPending) return <Page title={t('job')}><Skeleton height="30rem" /></Page>;

  const { job: summary, tasks, log, quality, renditions } = job.data;
  const state = live?.state ?? summary.state;
  const tasksColumns: TableColumn<Task>[] = [
    { id: 'name', label: t('task'), cell: task => task.name },
    { id: 'worker', label: t('worker'), cell: task => task.worker ?? '' },
    { id: 'progress', label: t('progress'), align: 'end', cell: task => format.percent(task.done ? 1 : task.fraction) },
    { id: 'attempts', label: t('failures'), align: 'end', cell: task => format.number(task.failures + task.losses) },
    { id: 'seconds', label: t('seconds'), align: 'end', cell: task => task.seconds === null ? '' : format.number(task.seconds) },
  ];
  const logColumns: TableColumn<Line>[] = [
    { id: 'at', label: t('at'), cell: line => format.dateTime(line.at) },
    { id: 'text', label: t('what'), isRowHeader: true, cell: line => <bdi>{line.text}</bdi> },
  ];

  return (
    <Page
      title={summary.fileName}
      lead={<StateBadge state={state} />}
      actions={
        <>
          <LinkButton to={`/titles/${summary.titleId}`} variant="quiet">{t('openTitle')}</LinkButton>
          {mayAny(me.data?.roles ?? [], operation) && <JobActs job={{ ...summary, state }} />}
        </>
      }
    >
      <div className={styles.stack}>
        <Card title={t('progress')}>
          <div className={styles.stack}>
            <Progress label={t(`stages.${live?.stage ?? summary.stage}`, { defaultValue: live?.stage ?? summary.stage })} value={Math.round((live?.fraction ?? summary.fraction) * 100)} />
            {(live?.renditions ?? renditions).map(rendition => <Progress key={rendition.name} label={rendition.name} value={Math.round(rendition.fraction * 100)} />)}
          </div>
        </Card>
        <JobFacts file={job.data} />
        {quality.length > 0 && <QualityCharts renditions={quality} duration={job.data.plan?.source.duration ?? 0} />}
        <Card title={t('tasks')}><Table caption={t('tasks')} columns={tasksColumns} rows={tasks} rowKey={task => task.name} empty={<p>{t('noTasks')}</p>} /></Card>
        <Card title={t('log')}><Table caption={t('log')} columns={logColumns} rows={log} rowKey={line => `${line.at} ${line.text}`} empty={<p>{t('noLog')}</p>} /></Card>
      </div>
    </Page>
  );
}
