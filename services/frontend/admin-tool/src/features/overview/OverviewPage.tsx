import { Page } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { catalogue, help, operation } from '../../shell/roles';
import styles from '../operations/operations.module.css';
import { useMay } from '../operations/useMay';
import { AuditCard } from './AuditCard';
import { DeadLettersCard } from './DeadLettersCard';
import { HealthCard } from './HealthCard';
import { IndexCard } from './IndexCard';
import { PeopleCard } from './PeopleCard';
import { TranscodingCard } from './TranscodingCard';

/** What needs somebody's eye, as far as their role reaches. Each card loads, and fails, by itself. */
export function Component() {
  const { t } = useTranslation('operations');
  const [edits, helps, operates] = [useMay(catalogue), useMay(help), useMay(operation)];
  return (
    <Page title={t('overview')}>
      <div className={styles.stack}>
        <div className={styles.cards}>
          {operates && <HealthCard />}
          {operates && <DeadLettersCard />}
          {operates && <IndexCard />}
          {edits && <TranscodingCard />}
          {helps && <PeopleCard />}
        </div>
        {helps && <AuditCard />}
      </div>
    </Page>
  );
}
