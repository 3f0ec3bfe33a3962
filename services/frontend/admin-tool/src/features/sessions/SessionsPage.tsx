import { EmptyState, LinkButton, Page } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { TypedField } from '../operations/TypedField';
import { useFilters } from '../operations/useFilters';
import { userQuery } from '../users/queries';
import { AccountChoice } from './AccountChoice';
import { SessionsOf } from './SessionsOf';

const fields = ['email', 'account'] as const;

/** Whose sessions: first the account is found, then its sessions are shown. */
export function Component() {
  const { t } = useTranslation('users');
  const { filters: { email, account }, change } = useFilters(fields);
  return (
    <Page title={t('sessions')}>
      <div className={styles.stack}>
        <TypedField isSearch label={t('findEmail')} value={email ?? ''} onSettle={text => change({ email: text, account: '' })} />
        {account && <Chosen id={account} />}
        {!account && email && <AccountChoice email={email} onChoose={id => change({ account: id })} />}
        {!account && !email && <EmptyState icon="device" title={t('whose')} body={t('whoseBody')} />}
      </div>
    </Page>
  );
}

function Chosen({ id }: { id: string }) {
  const { t } = useTranslation('users');
  const user = useQuery(userQuery(id));
  return (
    <Loaded query={user} height="16rem">
      {({ account }) => (
        <>
          <div className={styles.row}><strong><bdi>{account.displayName}</bdi></strong> <bdi>{account.email}</bdi> <LinkButton variant="quiet" size="small" to={`/users/${id}`}>{t('openUser')}</LinkButton></div>
          <SessionsOf accountId={id} />
        </>
      )}
    </Loaded>
  );
}
