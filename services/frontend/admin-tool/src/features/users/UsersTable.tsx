import { Table, useFormat, type TableColumn } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AccountSummary } from './queries';
import { StatusBadge } from './StatusBadge';

export function UsersTable({ rows }: { rows: readonly AccountSummary[] }) {
  const { t } = useTranslation('users');
  const format = useFormat();
  const columns: TableColumn<AccountSummary>[] = [
    { id: 'email', label: t('email'), cell: row => <Link to={`/users/${row.id}`}><bdi>{row.email}</bdi></Link> },
    { id: 'name', label: t('name'), cell: row => <bdi>{row.displayName}</bdi> },
    { id: 'status', label: t('status'), cell: row => <StatusBadge status={row.status} /> },
    { id: 'roles', label: t('roles'), cell: row => row.roles.length === 0 ? t('noRole') : format.list(row.roles.map(role => t(`roleNames.${role}`, { defaultValue: role }))) },
    { id: 'country', label: t('country'), cell: row => row.country },
    { id: 'registered', label: t('registered'), cell: row => format.date(row.registeredAt) },
  ];
  return <Table caption={t('users')} columns={columns} rows={rows} rowKey={row => row.id} />;
}
