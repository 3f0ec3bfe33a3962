import { Page } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { DriftCard } from './DriftCard';
import { FreshnessCard } from './FreshnessCard';
import { GenerationsCard } from './GenerationsCard';
import { JobActs } from './JobActs';
import { JobsCard } from './JobsCard';
import { OneTitle } from './OneTitle';
import { statusQuery } from './queries';
import { RunningCard } from './RunningCard';
import { SynonymsCard } from './SynonymsCard';

/** The search index: whether it is whole and fresh, and what can be done where it is not. */
export function Component() {
  const { t } = useTranslation('operations');
  const status = useQuery(statusQuery);
  return (
    <Page title={t('searchIndex')} actions={status.data && <JobActs isRunning={status.data.running !== null} />}>
      <div className={styles.stack}>
        <Loaded query={status} height="30rem">
          {now => (
            <>
              {now.running && <RunningCard job={now.running} status={now} />}
              <div className={styles.cards}>
                <DriftCard check={now.lastCheck} />
                <FreshnessCard times={now.eventToSearchable} />
                <OneTitle />
              </div>
              <GenerationsCard generations={now.generations} />
              <JobsCard isRunning={now.running !== null} />
            </>
          )}
        </Loaded>
        <SynonymsCard />
      </div>
    </Page>
  );
}
