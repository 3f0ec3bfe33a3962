import { Badge, useFormat } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { topologyQuery } from '../health/queries';
import { countByHealth, healthOf, inOrder, kinds, states } from '../health/states';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { Summary } from './Summary';

export function HealthCard() {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const topology = useQuery(topologyQuery);
  return (
    <Summary title={t('health')} to="/health">
      <Loaded query={topology} height="6rem" level={3}>
        {services => {
          const counts = countByHealth(services);
          const unwell = inOrder(services).filter(({ state }) => healthOf(state) !== 'up');
          return (
            <div className={styles.stack}>
              <div className={styles.row}>{states.map(state => <Badge key={state} kind={counts[state] > 0 ? kinds[state] : 'neutral'}>{t(`healthCounts.${state}`, { number: format.number(counts[state]) })}</Badge>)}</div>
              <p className={styles.note}>{unwell.length > 0 ? <bdi>{unwell.map(({ service }) => service).join(', ')}</bdi> : t('allWell')}</p>
            </div>
          );
        }}
      </Loaded>
    </Summary>
  );
}
