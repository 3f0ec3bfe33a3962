import { itemsOf } from '@streamix/api';
import { Button, EmptyState, Pager, Table, type TableColumn } from '@streamix/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import { usersQuery, type AccountSummary } from '../users/queries';
import { StatusBadge } from '../users/StatusBadge';

export function AccountChoice({ email, onChoose }: { email: string; onChoose: (id: string) => void }) {
  const { t } = useTranslation('users');
  const users = useInfiniteQuery({ ...usersQuery({ email, sort: 'email' }), placeholderData: keepPreviousData });
  const columns: TableColumn<AccountSummary>[] = [
    { id: 'email', label: t('email'), cell: row => <bdi>{row.email}</bdi> },
    { id: 'name', label: t('name'), cell: row => <bdi>{row.displayName}</bdi> },
    { id: 'status', label: t('status'), cell: row => <StatusBadge status={row.status} /> },
    { id: 'show', label: t('acts'), isLabelHidden: true, cell: row => <Button size="small" aria-label={t('sessionsOf', { email: row.email })} onPress={() => onChoose(row.id)}>{t('showSessions')}</Button> },
  ];
  return (
    <Loaded query={users} height="16rem">
      {data => (
        <>
          <Table caption={t('users')} columns={columns} rows={itemsOf(data)} rowKey={row => row.id} empty={<EmptyState icon="people" title={t('nobody')} body={t('nobodyBody')} />} />
          <Pager hasMore={users.hasNextPage} isLoading={users.isFetchingNextPage} onMore={() => users.fetchNextPage()} />
        </>
      )}
    </Loaded>
  );
}
