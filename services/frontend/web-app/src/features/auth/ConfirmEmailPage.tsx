import { EmptyState, ErrorState, LinkButton, Notice, Skeleton } from '@streamix/ui';
import { hasStatus, meQuery } from '@streamix/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AuthPage } from './AuthPage';
import { ConfirmEmailForm } from './ConfirmEmailForm';
import { readEmailChange, type EmailChange } from './emailChanges';

/** Enters the codes of a change of address: `?id=` names the change, which /account/email starts. */
export function Component() {
  const { t } = useTranslation('auth');
  const [query] = useSearchParams();
  const queries = useQueryClient();
  const id = query.get('id');
  const change = useQuery({
    queryKey: ['account', 'email-change', id],
    queryFn: ({ signal }) => readEmailChange(id ?? '', signal),
    enabled: id !== null,
    staleTime: 0,
  });
  const take = (next: EmailChange) => {
    queries.setQueryData(['account', 'email-change', id], next);
    if (next.state === 'done') void queries.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  const back = <LinkButton to="/account/email">{t('change.back')}</LinkButton>;
  const isNone = id === null || hasStatus(change.error, 404) || hasStatus(change.error, 400);

  return (
    <AuthPage title={t('change.title')} footer={change.data?.state === 'open' ? back : undefined}>
      {isNone && <EmptyState title={t('change.none')} body={t('change.noneBody')} action={back} />}
      {!isNone && change.isPending && <Skeleton height="18rem" />}
      {!isNone && change.isError && <ErrorState error={change.error} onRetry={() => void change.refetch()} />}
      {change.data?.state === 'open' && <ConfirmEmailForm change={change.data} onChange={take} onOver={() => void change.refetch()} />}
      {change.data && change.data.state !== 'open' && <Outcome change={change.data} />}
    </AuthPage>
  );
}

function Outcome({ change }: { change: EmailChange }) {
  const { t } = useTranslation('auth');
  const state = ['done', 'cancelled', 'failed', 'expired'].includes(change.state) ? change.state : 'expired';
  return (
    <>
      <Notice kind={state === 'done' ? 'good' : 'warning'}>{t(`change.${state}`, { email: change.newEmail })}</Notice>
      <LinkButton to="/account/email">{t('change.back')}</LinkButton>
    </>
  );
}
