import { Badge, Card, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from '../operations/operations.module.css';
import type { ServiceState, VersionState } from './queries';
import { breakerKinds, healthOf, kinds, type Since } from './states';

type Seen = ReturnType<Since['get']>;

export function ServiceCard({ service, since }: { service: ServiceState; since: Seen }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const health = healthOf(service.state);
  const time = since && format.date(since.at, { timeStyle: 'medium' });
  return (
    <Card as="li" title={service.service} actions={<Badge kind={kinds[health]}>{t(`healthStates.${health}`)}</Badge>}>
      <div className={styles.stack}>
        {since && <p className={styles.note}>{since.isFirst ? t('sinceAtLeast', { time }) : t('sinceThen', { time })}</p>}
        {service.versions.map(version => <Version key={version.name} version={version} />)}
        {service.versions.length === 0 && <p className={styles.note}>{t('noVersions')}</p>}
      </div>
    </Card>
  );
}

function Version({ version }: { version: VersionState }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const well = version.replicas.filter(replica => replica.healthy).length;
  return (
    <section aria-label={version.name}>
      <div className={styles.row}>
        <strong><bdi>{version.name}</bdi></strong>
        <span>{t('weightIs', { weight: format.number(version.weight) })}</span>
        <span>{t('replicasWell', { well: format.number(well), all: format.number(version.replicas.length) })}</span>
        <Badge kind={breakerKinds[version.breaker] ?? 'neutral'}>{t(`breakers.${version.breaker}`, { defaultValue: version.breaker })}</Badge>
      </div>
      <ul className={styles.list}>
        {version.replicas.map(replica => (
          <li key={replica.number} className={styles.row}>
            <Badge kind={replica.healthy ? 'success' : 'danger'}>{t('replica', { number: format.number(replica.number) })}</Badge>
            <span className={styles.note}>{t('probesAndTraffic', { probes: t(`verdicts.${replica.probes}`, { defaultValue: replica.probes }), traffic: t(`verdicts.${replica.traffic}`, { defaultValue: replica.traffic }), requests: format.number(replica.requests) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
