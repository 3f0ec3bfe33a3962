import { hasStatus, useMe } from '@streamix/api';
import { ErrorState, Notice, Skeleton } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { AuthPage } from './AuthPage';
import { DeviceCodeForm } from './DeviceCodeForm';
import { DeviceDecision } from './DeviceDecision';
import { findDevice, userCodeOf } from './devices';
import { withReturn } from './returnPath';

/** Lets a television in, or not (RFC 8628, 3.3). The code in a link is filled in but never sent unasked: whoever sent the link may want in. */
export function Component() {
  const { t } = useTranslation('auth');
  const [query] = useSearchParams();
  const me = useMe();
  const [code, setCode] = useState(() => userCodeOf(query.get('code') ?? ''));
  const [done, setDone] = useState<'approved' | 'denied' | null>(null);
  const search = useMutation({ mutationFn: findDevice });

  if (me.data === null) return <Navigate replace to={withReturn('/sign-in', code ? `/device?code=${code}` : '/device')} />;
  const startAgain = () => {
    setCode('');
    setDone(null);
    search.reset();
  };

  return (
    <AuthPage title={t('device.title')} lead={t('device.lead')}>
      {me.isPending && <Skeleton height="12rem" />}
      {me.isError && <ErrorState error={me.error} onRetry={() => void me.refetch()} />}
      {me.data && done && <Notice kind={done === 'approved' ? 'good' : 'plain'}>{t(`device.${done}`)}</Notice>}
      {me.data && !done && search.data && (
        <DeviceDecision device={search.data} email={me.data.email} onDone={setDone} onStartAgain={startAgain} />
      )}
      {me.data && !done && !search.data && (
        <DeviceCodeForm
          code={code}
          onChange={setCode}
          error={search.error}
          isUnknown={hasStatus(search.error, 404) && search.variables === code}
          isPending={search.isPending}
          onSubmit={() => search.mutate(code)}
        />
      )}
    </AuthPage>
  );
}
