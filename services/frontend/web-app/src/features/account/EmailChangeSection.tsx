import { hasStatus, meQuery } from '@streamix/api';
import { Button, Card, ErrorState, Notice, Skeleton, SkeletonGroup } from '@streamix/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmEmailForm } from '../auth/ConfirmEmailForm';
import { readEmailChange, type EmailChange } from '../auth/emailChanges';
import styles from './account.module.css';

interface EmailChangeSectionProps {
  id: string;
  onEnd: () => void;
}

const endings = ['done', 'cancelled', 'failed'];

/** A change under way: its codes, or how it ended. */
export function EmailChangeSection({ id, onEnd }: EmailChangeSectionProps) {
  const { t } = useTranslation(['account', 'auth']);
  const queries = useQueryClient();
  const key = ['account', 'email-change', id];
  const change = useQuery({ queryKey: key, queryFn: ({ signal }) => readEmailChange(id, signal), staleTime: 0 });
  const take = (next: EmailChange) => {
    queries.setQueryData(key, next);
    if (next.state === 'done') void queries.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  const isGone = hasStatus(change.error, 404);
  const ending = change.data && endings.includes(change.data.state) ? change.data.state : 'expired';
  const isOver = isGone || (change.data !== undefined && change.data.state !== 'open');

  return (
    <Card as="section" title={t('auth:change.title')}>
      {change.isPending && (
        <SkeletonGroup>
          <Skeleton height="20rem" />
        </SkeletonGroup>
      )}
      {change.isError && !isGone && <ErrorState level={3} error={change.error} onRetry={() => void change.refetch()} />}
      {change.data?.state === 'open' && <ConfirmEmailForm change={change.data} onChange={take} onOver={() => void change.refetch()} />}
      {isOver && (
        <div className={styles.stack}>
          <Notice kind={ending === 'done' ? 'good' : 'warning'}>{t(`auth:change.${ending}`, { email: change.data?.newEmail ?? '' })}</Notice>
          <div className={styles.actions}>
            <Button onPress={onEnd}>{t('email.another')}</Button>
          </div>
        </div>
      )}
    </Card>
  );
}
