import { itemsOf } from '@streamix/api';
import { Button, EmptyState, Page, Pager } from '@streamix/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roles } from '../../shell/roles';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { useFilters } from '../operations/useFilters';
import { searchFields, sorts, statuses, usersQuery } from './queries';
import { UserFilters } from './UserFilters';
import { UsersTable } from './UsersTable';

const known = { status: statuses, role: roles, sort: sorts };

/** Everybody with an account, found as one types. */
export function Component() {
  const { t } = useTranslation('users');
  const { filters, change, clear, isNarrowed } = useFilters(searchFields, known);
  const users = useInfiniteQuery({ ...usersQuery(filters), placeholderData: keepPreviousData });

  return (
    <Page title={t('users')}>
      <div className={styles.stack}>
        <UserFilters search={filters} onChange={change} />
        <Loaded query={users} height="30rem">
          {data => itemsOf(data).length === 0
            ? <EmptyState icon="people" title={t('nobody')} body={t('nobodyBody')} action={isNarrowed && <Button onPress={clear}>{t('showAll')}</Button>} />
            : (
              <div className={styles.stack} aria-busy={users.isPlaceholderData}>
                <UsersTable rows={itemsOf(data)} />
                <Pager hasMore={users.hasNextPage} isLoading={users.isFetchingNextPage} onMore={() => users.fetchNextPage()} />
              </div>
            )}
        </Loaded>
      </div>
    </Page>
  );
}
