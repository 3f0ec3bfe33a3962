import { Badge, Button, Table, useFormat, type TableColumn } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from '../operations/operations.module.css';
import type { SessionView } from './queries';

export function SessionsTable({ rows, onEnd }: { rows: readonly SessionView[]; onEnd: (session: SessionView) => void }) {
  const { t } = useTranslation('users');
  const format = useFormat();
  const place = (session: SessionView) => [session.place?.city, session.place?.country].filter(Boolean).join(', ');
  const columns: TableColumn<SessionView>[] = [
    { id: 'device', label: t('device'), cell: row => <span className={styles.row}><bdi>{row.device}</bdi> {row.current && <Badge kind="info">{t('thisSession')}</Badge>}</span> },
    { id: 'place', label: t('place'), cell: row => <bdi>{[place(row), row.address].filter(Boolean).join(' · ') || t('unknownPlace')}</bdi> },
    { id: 'method', label: t('method'), cell: row => t(`methods.${row.method}`, { defaultValue: row.method }) },
    { id: 'opened', label: t('opened'), cell: row => format.dateTime(row.openedAt) },
    { id: 'used', label: t('lastUsed'), cell: row => format.relative(row.lastUsedAt) },
    { id: 'expires', label: t('expires'), cell: row => format.dateTime(row.expiresAt) },
    { id: 'end', label: t('acts'), isLabelHidden: true, cell: row => <Button size="small" variant="quiet" aria-label={t('endOn', { device: row.device })} onPress={() => onEnd(row)}>{t('end')}</Button> },
  ];
  return <Table caption={t('sessions')} columns={columns} rows={rows} rowKey={row => row.id} empty={<p className={styles.note}>{t('noSessions')}</p>} />;
}
