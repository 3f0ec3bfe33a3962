import { Badge, Page, useFormat } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { topologyQuery } from './queries';
import { ServiceCard } from './ServiceCard';
import { countByHealth, inOrder, kinds, states } from './states';
import { useSince } from './useSince';

/** Every service as the gateway sees it, read anew each few seconds. */
export function Component() {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const topology = useQuery(topologyQuery);
  const since = useSince(topology.data, topology.dataUpdatedAt);
  const time = format.date(topology.dataUpdatedAt, { timeStyle: 'medium' });
  return (
    <Page title={t('health')} lead={topology.data && t('asOf', { time })}>
      <Loaded query={topology} height="40rem">
        {services => (
          <div className={styles.stack}>
            <div className={styles.row} role="status">
              {states.map(state => <Badge key={state} kind={countByHealth(services)[state] > 0 ? kinds[state] : 'neutral'}>{t(`healthCounts.${state}`, { number: format.number(countByHealth(services)[state]) })}</Badge>)}
            </div>
            <ul className={`${styles.list} ${styles.cards}`}>{inOrder(services).map(service => <ServiceCard key={service.service} service={service} since={since.get(service.service)} />)}</ul>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
