import { Button, Card, ConfirmDialog, Progress, useFormat } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../operations/operations.module.css';
import { useAct } from '../operations/useAct';
import { Differences } from './Differences';
import { cancel, type IndexJob, type IndexStatus } from './queries';
import { progressOf } from './states';

export function RunningCard({ job, status }: { job: IndexJob; status: IndexStatus }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { act, proof } = useAct(['indexing']);
  const [isAsking, setAsking] = useState(false);
  return (
    <Card title={t(`indexKinds.${job.kind}`)} actions={<Button variant="danger" size="small" onPress={() => setAsking(true)}>{t('cancelJob')}</Button>}>
      <div className={styles.stack}>
        <Progress label={t('titlesSeen', { number: format.number(job.seen) })} value={progressOf(job, status)} />
        <Differences job={job} />
        <p className={styles.note}><bdi>{job.reason}</bdi> · <bdi>{job.startedBy}</bdi> · {format.relative(job.startedAt)}</p>
        {!job.working && <p className={styles.warning} role="status">{t('jobWaits')}</p>}
      </div>
      <ConfirmDialog danger isOpen={isAsking} onOpenChange={setAsking} title={t('cancelJob')} confirmLabel={t('cancelJob')} body={t('cancelJobBody')} onConfirm={() => act(() => cancel(job.id), t('jobCancelled'))} />
      {proof}
    </Card>
  );
}
