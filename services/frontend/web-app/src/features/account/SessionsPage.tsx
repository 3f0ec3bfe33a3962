import { itemsOf, signOut } from '@streamix/api';
import { Button, Card, ConfirmDialog, Page, Pager, toast } from '@streamix/ui';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import { Loaded } from './Loaded';
import { SessionItem } from './SessionItem';
import { endOthers, endSession, sessionsKey, sessionsQuery, type Session } from './sessionsApi';

/** Where I am signed in, and how to end it there. */
export function Component() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const sessions = useInfiniteQuery({ ...sessionsQuery, staleTime: 0 });
  const [isAsked, setAsked] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: sessionsKey });
  const sayFailed = () => toast(t('failed'), { kind: 'danger' });

  const end = useMutation({
    mutationFn: (session: Session) => (session.current ? signOut() : endSession(session.id)),
    onSuccess: async (_, session) => {
      if (session.current) return;
      toast(t('sessions.ended'), { kind: 'success' });
      await refresh();
    },
    onError: sayFailed,
  });
  const others = useMutation({
    mutationFn: endOthers,
    onSuccess: async number => {
      toast(t('sessions.othersEnded', { number }), { kind: 'success' });
      await refresh();
    },
    onError: sayFailed,
  });

  return (
    <Page title={t('rooms.sessions')} lead={t('sessions.lead')} width="medium">
      <Card as="section" title={t('sessions.title')}>
        <Loaded query={sessions} height="18rem">
          {data => (
            <div className={styles.stack}>
              <ul className={styles.list}>
                {itemsOf(data).map(session => (
                  <SessionItem key={session.id} session={session} isBusy={end.isPending && end.variables?.id === session.id} onEnd={() => end.mutate(session)} />
                ))}
              </ul>
              <Pager hasMore={sessions.hasNextPage} isLoading={sessions.isFetchingNextPage} onMore={() => sessions.fetchNextPage()} />
              {itemsOf(data).some(({ current }) => !current) ? (
                <div className={styles.actions}>
                  <Button variant="danger" isPending={others.isPending} onPress={() => setAsked(true)}>
                    {t('sessions.endOthers')}
                  </Button>
                </div>
              ) : (
                <p className={styles.muted}>{t('sessions.onlyHere')}</p>
              )}
            </div>
          )}
        </Loaded>
      </Card>
      <ConfirmDialog
        danger
        title={t('sessions.endOthersTitle')}
        body={t('sessions.endOthersBody')}
        confirmLabel={t('sessions.confirmEnd')}
        isOpen={isAsked}
        onOpenChange={setAsked}
        onConfirm={() => others.mutateAsync()}
      />
    </Page>
  );
}
