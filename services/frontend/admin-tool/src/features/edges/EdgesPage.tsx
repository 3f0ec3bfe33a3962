import { EmptyState, Page } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { CacheJobs } from './CacheJobs';
import { ChoiceCard } from './ChoiceCard';
import { EdgeCard } from './EdgeCard';
import { JobForm } from './JobForm';
import { edgesQuery } from './queries';

/** The edges that films come from: how they are, what they hold, and who would be sent where. */
export function Component() {
  const { t } = useTranslation('operations');
  const edges = useQuery(edgesQuery);
  return (
    <Page title={t('edges')}>
      <div className={styles.stack}>
        <Loaded query={edges} height="20rem">
          {list => list.length === 0
            ? <EmptyState icon="globe" title={t('noEdges')} body={t('noEdgesBody')} />
            : <ul className={`${styles.list} ${styles.cards}`}>{list.map(edge => <EdgeCard key={edge.name} edge={edge} />)}</ul>}
        </Loaded>
        <div className={styles.cards}><ChoiceCard /><JobForm /></div>
        <CacheJobs />
      </div>
    </Page>
  );
}
