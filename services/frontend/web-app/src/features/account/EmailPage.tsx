import { useMe } from '@streamix/api';
import { Page } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmailChangeSection } from './EmailChangeSection';
import { EmailForm } from './EmailForm';
import { Loaded } from './Loaded';
import { forgetPendingChange, keepPendingChange, pendingChangeOf } from './pendingChange';

/** The address I sign in with, and another one in its place. */
export function Component() {
  const { t } = useTranslation('account');
  const me = useMe();
  return (
    <Page title={t('rooms.email')} lead={t('email.lead')} width="medium">
      <Loaded query={me} height="16rem">{account => account && <Change key={account.id} accountId={account.id} email={account.email} />}</Loaded>
    </Page>
  );
}

function Change({ accountId, email }: { accountId: string; email: string }) {
  const [id, setId] = useState(() => pendingChangeOf(accountId));
  const begin = (next: string) => {
    keepPendingChange(accountId, next);
    setId(next);
  };
  const end = () => {
    forgetPendingChange();
    setId(null);
  };
  return id === null ? <EmailForm email={email} onBegun={begin} /> : <EmailChangeSection id={id} onEnd={end} />;
}
