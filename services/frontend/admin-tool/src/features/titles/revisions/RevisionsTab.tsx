import { itemsOf } from '@streamix/api';
import { Button, ConfirmDialog, EmptyState, ErrorState, Pager, Skeleton, Table, toast, useFormat } from '@streamix/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Actor } from '../../publishing/Actor';
import { readTitle, useKeepTitle, type Versioned } from '../catalog';
import { isStale } from '../details/useSaving';
import styles from './Revisions.module.css';
import { RevisionDiff } from './RevisionDiff';
import { actOf, restore, revisionsQuery, type RevisionLine } from './revisions';

/** Who wrote what when; any of it can be looked at and written again. */
export function RevisionsTab({ title: { file, etag } }: { title: Versioned }) {
  const { t } = useTranslation('titles');
  const format = useFormat();
  const keep = useKeepTitle();
  const list = useInfiniteQuery(revisionsQuery(file.id));
  const [shown, setShown] = useState<number>();
  const [wanted, setWanted] = useState<number>();
  const lines = itemsOf(list.data);
  const newest = lines[0]?.number;
  const words = ({ act }: RevisionLine) => {
    const { word, number } = actOf(act);
    return t(`acts.${word}`, { defaultValue: act, number });
  };

  const write = async () => {
    if (wanted === undefined) return;
    try {
      keep(await restore(file.id, wanted, etag));
      toast(t('revisions.restored', { number: wanted }), { kind: 'success' });
    } catch (error) {
      toast(t(isStale(error) ? 'publish.stale' : 'revisions.restoreFailed'), { kind: 'danger' });
      if (isStale(error)) await readTitle(file.id).then(keep, () => {});
      throw error;
    }
  };

  const columns = [
    { id: 'number', label: t('revisions.number'), cell: (row: RevisionLine) => format.number(row.number) },
    { id: 'at', label: t('moves.at'), cell: (row: RevisionLine) => <time dateTime={row.writtenAt}>{format.dateTime(row.writtenAt)}</time> },
    { id: 'who', label: t('moves.who'), cell: (row: RevisionLine) => <Actor actor={row.actor} /> },
    { id: 'act', label: t('revisions.act'), cell: words },
    { id: 'do', label: t('revisions.actions'), isLabelHidden: true, align: 'end' as const, cell: (row: RevisionLine) => (
      <span className={styles.actions}>
        <Button size="small" aria-expanded={shown === row.number} onPress={() => setShown(shown === row.number ? undefined : row.number)}>{t('revisions.show')}</Button>
        {row.number !== newest && <Button size="small" onPress={() => setWanted(row.number)}>{t('revisions.restore')}</Button>}
      </span>
    ) },
  ];

  if (list.isPending) return <Skeleton height="20rem" />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => list.refetch()} isRetrying={list.isFetching} />;
  return (
    <div className={styles.tab}>
      {shown !== undefined && <RevisionDiff key={shown} id={file.id} number={shown} others={lines.map(line => line.number).filter(number => number !== shown)} onClose={() => setShown(undefined)} />}
      <Table caption={t('tabs.revisions')} columns={columns} rows={lines} rowKey={row => String(row.number)} empty={<EmptyState icon="history" title={t('revisions.none')} />} />
      <Pager hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} isLoading={list.isFetchingNextPage} />
      <ConfirmDialog
        title={t('revisions.restoreTitle', { number: wanted ?? '' })} body={t('revisions.restoreBody')} confirmLabel={t('revisions.restore')}
        isOpen={wanted !== undefined} onOpenChange={isOpen => { if (!isOpen) setWanted(undefined); }} onConfirm={write}
      />
    </div>
  );
}
