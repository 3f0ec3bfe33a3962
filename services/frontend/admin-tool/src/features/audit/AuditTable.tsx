import { Table, useFormat, type TableColumn } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Recorded } from './queries';
import { accountOf } from './subjects';

export function AuditTable({ rows, isShort }: { rows: readonly Recorded[]; isShort?: boolean }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const columns: TableColumn<Recorded>[] = [
    { id: 'at', label: t('at'), cell: row => <time dateTime={row.occurredAt}>{isShort ? format.relative(row.occurredAt) : format.dateTime(row.occurredAt)}</time> },
    { id: 'action', label: t('action'), isRowHeader: true, cell: row => <bdi>{row.action}</bdi> },
    { id: 'subject', label: t('subject'), cell: row => <Named name={row.target} /> },
    { id: 'actor', label: t('actor'), cell: row => <Named name={row.actor} /> },
    ...isShort ? [] : [
      { id: 'reason', label: t('reason'), cell: (row: Recorded) => <bdi>{row.reason ?? ''}</bdi> },
      { id: 'changed', label: t('changed'), cell: (row: Recorded) => <bdi>{row.changed.join(', ')}</bdi> },
    ],
    { id: 'service', label: t('service'), cell: row => <bdi>{row.service}</bdi> },
  ];
  return <Table caption={t('audit')} columns={columns} rows={rows} rowKey={row => `${row.service} ${row.id}`} empty={<p>{t('noAudit')}</p>} />;
}

function Named({ name }: { name: string }) {
  const account = accountOf(name);
  return account ? <Link to={`/users/${account}`}><bdi>{name}</bdi></Link> : <bdi>{name}</bdi>;
}
