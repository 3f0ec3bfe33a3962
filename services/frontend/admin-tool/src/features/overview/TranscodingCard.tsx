import { Badge, useFormat } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Facts } from '../operations/Facts';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { queueQuery } from '../transcoding/queries';
import { Summary } from './Summary';

export function TranscodingCard() {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const queue = useQuery(queueQuery);
  return (
    <Summary title={t('transcoding')} to="/transcoding">
      <Loaded query={queue} height="6rem" level={3}>
        {({ jobs, paused, tasks, workers }) => (
          <div className={styles.stack}>
            {paused && <div><Badge kind="warning">{t('queuePaused')}</Badge></div>}
            <Facts
              facts={[
                [t('queue.running'), format.number(jobs['running'] ?? 0)], [t('queue.waiting'), format.number(jobs['waiting'] ?? 0)], [t('queue.failed'), format.number(jobs['failed'] ?? 0)],
                [t('queue.tasks'), format.number(tasks)], [t('queue.workers'), format.number(workers.length)],
              ]}
            />
          </div>
        )}
      </Loaded>
    </Summary>
  );
}
