import { Card, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from '../operations/operations.module.css';
import type { AccountFile } from './queries';
import { StatusBadge } from './StatusBadge';

/** What became of the account, the latest first. */
export function History({ lines }: { lines: AccountFile['history'] }) {
  const { t } = useTranslation('users');
  const format = useFormat();
  return (
    <Card title={t('history')}>
      <ol className={styles.list}>
        {lines.toReversed().map(line => (
          <li key={`${line.changedAt} ${line.status}`}>
            <div className={styles.row}><StatusBadge status={line.status} /> <time dateTime={line.changedAt}>{format.dateTime(line.changedAt)}</time></div>
            <p className={styles.note}>{t(`reasons.${line.reason}`, { defaultValue: line.reason })} · <bdi>{line.actor}</bdi></p>
            {line.note && <p className={styles.note}><bdi>{line.note}</bdi></p>}
          </li>
        ))}
      </ol>
      {lines.length === 0 && <p className={styles.note}>{t('noHistory')}</p>}
    </Card>
  );
}
