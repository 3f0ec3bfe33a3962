import { Badge, Button, Card, ErrorState, Progress, Skeleton, toast, useFormat } from '@streamix/ui';
import { useMe } from '@streamix/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayAny, operation } from '../../shell/roles';
import { pauseQueue, queueQuery, states } from './queries';
import styles from './TranscodingPage.module.css';

/** The queue as a whole, and who works. */
export function QueueCard() {
  const { t } = useTranslation('transcoding');
  const format = useFormat();
  const client = useQueryClient();
  const me = useMe();
  const queue = useQuery(queueQuery);
  const turn = useMutation({
    mutationFn: (isPaused: boolean) => pauseQueue(isPaused, null),
    onError: () => toast(t('actFailed'), { kind: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: queueQuery.queryKey }),
  });
  if (queue.isError) return <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />;
  if (queue.isPending) return <Skeleton height="11rem" />;

  const { paused, jobs, tasks, workers } = queue.data;
  const counts = new Map(Object.entries(jobs).map(([state, count]) => [state, Number(count)]));
  return (
    <Card
      title={t('queue')}
      actions={
        <>
          {paused && <Badge kind="warning">{t('queuePaused')}</Badge>}
          {mayAny(me.data?.roles ?? [], operation) && (
            <Button size="small" isPending={turn.isPending} onPress={() => turn.mutate(!paused)}>{paused ? t('resumeQueue') : t('pauseQueue')}</Button>
          )}
        </>
      }
    >
      <div className={styles.stack}>
        <dl className={styles.numbers}>
          {states.map(state => <div key={state}><dt>{t(`states.${state}`)}</dt><dd>{format.number(counts.get(state) ?? 0)}</dd></div>)}
          <div><dt>{t('openTasks')}</dt><dd>{format.number(tasks)}</dd></div>
        </dl>
        {workers.length > 0 && (
          <ul className={styles.workers} aria-label={t('workers')}>
            {workers.map(line => (
              <li key={`${line.worker} ${line.jobId} ${line.task}`}>
                <Link to={`/transcoding/${line.jobId}`}>{t('workerAt', { worker: line.worker, task: line.task })}</Link>
                <Progress isLabelHidden label={line.task} value={Math.round(line.fraction * 100)} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
