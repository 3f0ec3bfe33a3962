import { Page, useFormat } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { operation } from '../../shell/roles';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { useMay } from '../operations/useMay';
import { SessionsOf } from '../sessions/SessionsOf';
import { History } from './History';
import { Lifecycle } from './Lifecycle';
import { PlanCard } from './PlanCard';
import { userQuery } from './queries';
import { RolesCard } from './RolesCard';
import { StatusBadge } from './StatusBadge';
import { UserFacts } from './UserFacts';

/** One account: who it is, what it may do, where it is signed in, and what became of it. */
export function Component() {
  const { t } = useTranslation('users');
  const { id = '' } = useParams();
  const format = useFormat();
  const isAdmin = useMay(operation);
  const user = useQuery(userQuery(id));
  const account = user.data?.account;

  return (
    <Page
      title={account?.displayName ?? t('user')}
      lead={account && <><StatusBadge status={account.status} /> <bdi>{account.email}</bdi> · {t('since', { date: format.date(account.registeredAt) })}</>}
      actions={account && <Lifecycle id={id} status={account.status} hasRole={account.roles.length > 0} />}
    >
      <Loaded query={user} height="40rem">
        {file => (
          <div className={styles.stack}>
            <UserFacts file={file} />
            <RolesCard id={id} status={file.account.status} given={file.account.roles} />
            {isAdmin && <PlanCard accountId={id} />}
            <SessionsOf accountId={id} />
            <History lines={file.history} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
