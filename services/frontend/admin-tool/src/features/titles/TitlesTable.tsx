import { Badge, Table, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TitleLine } from './catalog';
import { badgeOf } from './kinds';
import styles from './TitlesTable.module.css';

export function TitlesTable({ rows }: { rows: readonly TitleLine[] }) {
  const { t } = useTranslation('titles');
  const format = useFormat();
  const columns = [
    {
      id: 'title', label: t('title'), cell: (row: TitleLine) => (
        <span className={styles.name}>
          <Link className={styles.link} to={`/titles/${row.id}`}><bdi>{row.originalTitle}</bdi></Link>
          <bdi className={styles.slug}>{row.slug}</bdi>
        </span>
      ),
    },
    { id: 'kind', label: t('kind'), cell: (row: TitleLine) => row.number === null ? t(`kinds.${row.kind}`) : t('numbered', { kind: t(`kinds.${row.kind}`), number: format.number(row.number) }) },
    { id: 'year', label: t('year'), cell: (row: TitleLine) => row.year ?? '–' },
    { id: 'state', label: t('state'), cell: (row: TitleLine) => <Badge kind={badgeOf(row.state)}>{t(`states.${row.state}`)}</Badge> },
    { id: 'changed', label: t('changed'), cell: (row: TitleLine) => <time dateTime={row.updatedAt} title={format.dateTime(row.updatedAt)}>{format.relative(row.updatedAt)}</time> },
  ];
  return <Table caption={t('titles')} columns={columns} rows={rows} rowKey={row => row.id} />;
}
