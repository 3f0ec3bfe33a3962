import { Card, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '../operations/Facts';
import styles from '../operations/operations.module.css';
import type { IndexStatus } from './queries';

/** How long it takes from a change in the catalog until a search finds it. */
export function FreshnessCard({ times }: { times: IndexStatus['eventToSearchable'] }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const seconds = (value: number | null) => value === null ? '–' : t('seconds', { number: format.number(value, { maximumFractionDigits: 2 }) });
  return (
    <Card title={t('freshness')}>
      <div className={styles.stack}>
        <Facts facts={[[t('changes'), format.number(times.count)], [t('half'), seconds(times.p50Seconds)], [t('mostOf'), seconds(times.p99Seconds)], [t('longest'), seconds(times.maxSeconds)]]} />
        {times.slowest.length > 0 && (
          <ul className={styles.list} aria-label={t('slowest')}>
            {times.slowest.slice(0, 5).map(slow => <li key={`${slow.titleId} ${slow.revision}`} className={styles.item}><Link to={`/titles/${slow.titleId}`}>{slow.titleId}</Link> {seconds(slow.seconds)}</li>)}
          </ul>
        )}
      </div>
    </Card>
  );
}
