import { Badge, Card, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from '../operations/operations.module.css';
import { Differences } from './Differences';
import type { IndexJob } from './queries';
import { driftOf } from './states';

export function DriftCard({ check }: { check: IndexJob | null }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  return (
    <Card title={t('drift')}>
      <div className={styles.stack}>
        <div><DriftBadge check={check} /></div>
        {check && <Differences job={check} />}
        <p className={styles.note}>{check?.endedAt ? t('comparedAt', { when: format.relative(check.endedAt), number: format.number(check.seen) }) : t('neverCompared')}</p>
      </div>
    </Card>
  );
}

export function DriftBadge({ check }: { check: IndexJob | null }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const drift = driftOf(check);
  if (drift === null) return <Badge>{t('driftUnknown')}</Badge>;
  return drift === 0 ? <Badge kind="success">{t('noDrift')}</Badge> : <Badge kind="warning">{t('driftOf', { number: format.number(drift) })}</Badge>;
}
