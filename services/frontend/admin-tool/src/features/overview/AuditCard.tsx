import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AuditTable } from '../audit/AuditTable';
import { auditQuery } from '../audit/queries';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { offering, servicesQuery, type Service } from '../operations/services';
import { Summary } from './Summary';

const shown = 10;

export function AuditCard() {
  const { t } = useTranslation('operations');
  const services = useQuery(servicesQuery);
  return (
    <Summary title={t('recentAudit')} to="/audit">
      <Loaded query={services} height="16rem" level={3}>{known => <Recent services={offering(known, 'audit')} />}</Loaded>
    </Summary>
  );
}

function Recent({ services }: { services: readonly Service[] }) {
  const { t } = useTranslation('operations');
  const records = useInfiniteQuery(auditQuery(services, {}, shown));
  return (
    <Loaded query={records} height="16rem" level={3}>
      {({ pages }) => {
        const failed = pages.flatMap(page => page.failed.map(failure => failure.service));
        return (
          <div className={styles.stack}>
            {failed.length > 0 && <p className={styles.warning}>{t('servicesAway', { services: failed.join(', ') })}</p>}
            <AuditTable isShort rows={pages.flatMap(page => page.items)} />
          </div>
        );
      }}
    </Loaded>
  );
}
