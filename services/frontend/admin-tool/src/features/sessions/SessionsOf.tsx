import { itemsOf } from '@streamix/api';
import { Button, Card, ConfirmDialog, Pager, toast } from '@streamix/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { useAct } from '../operations/useAct';
import { endAllSessions, endSession, sessionsQuery, type SessionView } from './queries';
import { SessionsTable } from './SessionsTable';

/** Where an account is signed in; each of them, and all at once, can be ended. */
export function SessionsOf({ accountId }: { accountId: string }) {
  const { t } = useTranslation('users');
  const sessions = useInfiniteQuery(sessionsQuery(accountId));
  const { act, proof } = useAct(['sessions', accountId]);
  const [asked, setAsked] = useState<SessionView | 'all' | null>(null);

  const end = async () => {
    if (asked === 'all') toast(t('endedAll', { number: await act(() => endAllSessions(accountId)) }), { kind: 'success' });
    else if (asked) await act(() => endSession(asked.id), t('endedOne'));
  };
  return (
    <Card title={t('sessions')} actions={itemsOf(sessions.data).length > 0 && <Button size="small" onPress={() => setAsked('all')}>{t('endAll')}</Button>}>
      <Loaded query={sessions} height="12rem" level={3}>
        {data => (
          <div className={styles.stack}>
            <SessionsTable rows={itemsOf(data)} onEnd={setAsked} />
            <Pager hasMore={sessions.hasNextPage} isLoading={sessions.isFetchingNextPage} onMore={() => sessions.fetchNextPage()} />
          </div>
        )}
      </Loaded>
      <ConfirmDialog
        danger isOpen={asked !== null} onOpenChange={isOpen => { if (!isOpen) setAsked(null); }} onConfirm={end}
        title={asked === 'all' ? t('endAll') : t('endOne')} confirmLabel={asked === 'all' ? t('endAll') : t('endOne')}
        body={asked === 'all' ? t('endAllBody') : t('endOneBody', { device: asked?.device ?? '' })}
      />
      {proof}
    </Card>
  );
}
