import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf } from '@streamix/api';
import { useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { usersQuery } from '../users/queries';
import { Summary } from './Summary';

const shown = 5;

/** Who came last. */
export function PeopleCard() {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const users = useInfiniteQuery(usersQuery({}));
  return (
    <Summary title={t('newUsers')} to="/users">
      <Loaded query={users} height="6rem" level={3}>
        {data => (
          <ul className={styles.list}>
            {itemsOf(data).slice(0, shown).map(user => <li key={user.id} className={styles.item}><Link to={`/users/${user.id}`}><bdi>{user.email}</bdi></Link> <span className={styles.note}>{format.relative(user.registeredAt)}</span></li>)}
          </ul>
        )}
      </Loaded>
    </Summary>
  );
}
