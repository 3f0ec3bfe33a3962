import { Button, EmptyState, Page, Pager } from '@streamix/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { offering, servicesQuery, type Service } from '../operations/services';
import { useFilters } from '../operations/useFilters';
import { AuditFilterBar } from './AuditFilterBar';
import { AuditTable } from './AuditTable';
import { auditFields, auditQuery, type AuditFilters } from './queries';

/** Who did what: the records of one service, or of all of them by time. */
export function Component() {
  const { t } = useTranslation('operations');
  const { filters, change, clear, isNarrowed } = useFilters(auditFields);
  const services = useQuery(servicesQuery);
  return (
    <Page title={t('audit')} actions={isNarrowed && <Button variant="quiet" onPress={clear}>{t('clearFilters')}</Button>}>
      <Loaded query={services} height="30rem">
        {known => {
          const offered = offering(known, 'audit');
          const chosen = offered.filter(one => one === filters.service);
          return (
            <div className={styles.stack}>
              <AuditFilterBar services={offered} filters={filters} onChange={change} />
              <Records services={chosen.length > 0 ? chosen : offered} filters={filters} />
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Records({ services, filters }: { services: readonly Service[]; filters: AuditFilters }) {
  const { t } = useTranslation('operations');
  const records = useInfiniteQuery({ ...auditQuery(services, filters), placeholderData: keepPreviousData });
  return (
    <Loaded query={records} height="30rem">
      {({ pages }) => {
        const rows = pages.flatMap(page => page.items);
        const failed = pages.flatMap(page => page.failed.map(failure => failure.service));
        return (
          <div className={styles.stack} aria-busy={records.isPlaceholderData}>
            {failed.length > 0 && <p className={styles.warning} role="status">{t('servicesAway', { services: failed.join(', ') })}</p>}
            {rows.length > 0 ? <AuditTable rows={rows} /> : <EmptyState icon="history" title={t('noAudit')} body={t('noAuditBody')} />}
            <Pager hasMore={records.hasNextPage} isLoading={records.isFetchingNextPage} onMore={() => records.fetchNextPage()} />
          </div>
        );
      }}
    </Loaded>
  );
}
