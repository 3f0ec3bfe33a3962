import { Card, ErrorState, IconButton, Select, Skeleton, Table } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Revisions.module.css';
import { diffQuery, written, type Change } from './revisions';

interface RevisionDiffProps { id: string; number: number; others: readonly number[]; onClose: () => void }

const before = 'before';

/** What differs from the revision before, or from any other. */
export function RevisionDiff({ id, number, others, onClose }: RevisionDiffProps) {
  const { t } = useTranslation('titles');
  const [against, setAgainst] = useState(before);
  const diff = useQuery(diffQuery(id, number, against === before ? null : Number(against)));
  const columns = [
    { id: 'path', label: t('revisions.place'), cell: (row: Change) => <code>{row.path}</code> },
    { id: 'before', label: t('revisions.before'), cell: (row: Change) => <del className={styles.gone} dir="auto">{written(row.before)}</del> },
    { id: 'after', label: t('revisions.after'), cell: (row: Change) => <ins className={styles.come} dir="auto">{written(row.after)}</ins> },
  ];
  return (
    <Card as="section" title={t('revisions.diff', { number })} actions={<IconButton icon="close" label={t('revisions.close')} onPress={onClose} />}>
      <div className={styles.tab}>
        <Select
          label={t('revisions.against')} value={against} onChange={setAgainst}
          options={[{ id: before, label: t('revisions.previous') }, ...others.map(other => ({ id: String(other), label: t('revisions.other', { number: other }) }))]}
        />
        {diff.isPending && <Skeleton height="10rem" />}
        {diff.isError && <ErrorState error={diff.error} onRetry={() => diff.refetch()} level={3} />}
        {diff.isSuccess && <Table caption={t('revisions.diff', { number })} columns={columns} rows={diff.data.changes} rowKey={row => row.path} empty={<p>{t('revisions.same')}</p>} />}
      </div>
    </Card>
  );
}
