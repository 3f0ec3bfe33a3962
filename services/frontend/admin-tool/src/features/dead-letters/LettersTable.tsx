import { Button, Table, useFormat, type TableColumn } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import type { Letter } from './queries';

export function LettersTable({ rows, onOpen }: { rows: readonly Letter[]; onOpen: (letter: Letter) => void }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const columns: TableColumn<Letter>[] = [
    { id: 'type', label: t('eventType'), cell: row => <bdi>{row.type}</bdi> },
    { id: 'handler', label: t('handler'), cell: row => <bdi>{row.handler}</bdi> },
    { id: 'subject', label: t('subject'), cell: row => <bdi>{row.subject}</bdi> },
    { id: 'reason', label: t('reason'), cell: row => <bdi>{row.reason}</bdi> },
    { id: 'attempts', label: t('attempts'), align: 'end', cell: row => format.number(row.attempts) },
    { id: 'failed', label: t('failedAt'), cell: row => <time dateTime={row.failedAt}>{format.dateTime(row.failedAt)}</time> },
    { id: 'open', label: t('acts'), isLabelHidden: true, cell: row => <Button size="small" aria-label={t('openLetter', { subject: row.subject, type: row.type })} onPress={() => onOpen(row)}>{t('open')}</Button> },
  ];
  return <Table caption={t('deadLetters')} columns={columns} rows={rows} rowKey={row => row.id} />;
}
