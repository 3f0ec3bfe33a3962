import type { Schemas } from '@streamix/api';
import { useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Facts } from '../operations/Facts';
import styles from '../operations/operations.module.css';

export function LetterContents({ file: { letter, body } }: { file: Schemas['Operations.DeadLetterFile'] }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  return (
    <div className={styles.stack}>
      <p className={styles.warning}><bdi>{letter.reason}</bdi></p>
      <Facts
        facts={[
          [t('eventType'), `${letter.type} v${letter.version}`], [t('handler'), letter.handler], [t('subject'), letter.subject], [t('attempts'), format.number(letter.attempts)],
          [t('occurredAt'), format.dateTime(letter.occurredAt)], [t('failedAt'), format.dateTime(letter.failedAt)], [t('eventId'), letter.eventId], [t('correlation'), letter.correlationId],
        ]}
      />
      <h3>{t('contents')}</h3>
      {body === null ? <p className={styles.note}>{t('noContents')}</p> : <pre className={styles.code} dir="ltr" tabIndex={0} aria-label={t('contents')}>{JSON.stringify(body, null, 2)}</pre>}
      <p className={styles.note}>{t('personalHidden')}</p>
    </div>
  );
}
