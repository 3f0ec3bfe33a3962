import { Badge, Card, Table, useFormat, type TableColumn } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import type { IndexStatus } from './queries';
import { generationKinds } from './states';

type Generation = IndexStatus['generations'][number];

export function GenerationsCard({ generations }: { generations: readonly Generation[] }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const columns: TableColumn<Generation>[] = [
    { id: 'name', label: t('index'), cell: row => <bdi>{row.name}</bdi> },
    { id: 'state', label: t('state'), cell: row => <Badge kind={generationKinds[row.state]}>{t(`generationStates.${row.state}`)}</Badge> },
    { id: 'titles', label: t('titles'), align: 'end', cell: row => format.number(row.titles) },
    { id: 'format', label: t('format'), align: 'end', cell: row => format.number(row.format) },
    { id: 'created', label: t('created'), cell: row => format.dateTime(row.createdAt) },
  ];
  return <Card title={t('indexes')}><Table caption={t('indexes')} columns={columns} rows={generations} rowKey={row => row.name} empty={<p>{t('noIndex')}</p>} /></Card>;
}
