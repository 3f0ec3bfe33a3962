import { Select } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { roles } from '../../shell/roles';
import styles from '../operations/operations.module.css';
import { TypedField } from '../operations/TypedField';
import { sorts, statuses, type UserSearch } from './queries';

const all = 'all';

export function UserFilters({ search, onChange }: { search: UserSearch; onChange: (part: UserSearch) => void }) {
  const { t } = useTranslation('users');
  const choose = (field: 'status' | 'role') => (value: string) => onChange({ [field]: value === all ? '' : value });
  return (
    <div className={styles.filters} role="search" aria-label={t('find')}>
      <TypedField isSearch label={t('findEmail')} value={search.email ?? ''} onSettle={email => onChange({ email })} />
      <TypedField isSearch label={t('findName')} value={search.name ?? ''} onSettle={name => onChange({ name })} />
      <Select label={t('status')} value={search.status ?? all} onChange={choose('status')} options={[{ id: all, label: t('anyStatus') }, ...statuses.map(id => ({ id, label: t(`statuses.${id}`) }))]} />
      <Select label={t('role')} value={search.role ?? all} onChange={choose('role')} options={[{ id: all, label: t('anyRole') }, ...roles.map(id => ({ id, label: t(`roleNames.${id}`) }))]} />
      <Select label={t('sort')} value={sorts.find(sort => sort === search.sort) ?? 'newest'} onChange={sort => onChange({ sort: sort === 'newest' ? '' : sort })} options={sorts.map(id => ({ id, label: t(`sorts.${id}`) }))} />
    </div>
  );
}
