import { itemsOf } from '@streamix/api';
import { Badge, Card, EmptyState, ErrorState, Pager, Skeleton, Table, useFormat } from '@streamix/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { badgeOf } from '../titles/kinds';
import { Actor } from './Actor';
import { movesQuery, type Move } from './moves';
import styles from './Publish.module.css';

/** How the title came to where it is. */
export function Moves({ id }: { id: string }) {
  const { t } = useTranslation('titles');
  const format = useFormat();
  const list = useInfiniteQuery(movesQuery(id));
  const columns = [
    { id: 'at', label: t('moves.at'), cell: (row: Move) => <time dateTime={row.movedAt}>{format.dateTime(row.movedAt)}</time> },
    { id: 'to', label: t('moves.to'), cell: (row: Move) => (
      <span className={styles.state}>{t(`states.${row.from}`)} → <Badge kind={badgeOf(row.to)}>{t(`states.${row.to}`)}</Badge>{row.publishAt && format.dateTime(row.publishAt)}</span>
    ) },
    { id: 'who', label: t('moves.who'), cell: (row: Move) => <Actor actor={row.actor} /> },
    { id: 'why', label: t('moves.why'), cell: (row: Move) => <bdi>{row.reason ?? '–'}</bdi> },
  ];
  return (
    <Card as="section" title={t('moves.title')}>
      {list.isPending && <Skeleton height="10rem" />}
      {list.isError && <ErrorState error={list.error} onRetry={() => list.refetch()} level={3} />}
      {list.isSuccess && (
        <>
          <Table caption={t('moves.title')} columns={columns} rows={itemsOf(list.data)} rowKey={row => `${row.revision}-${row.movedAt}`} empty={<EmptyState icon="history" level={3} title={t('moves.none')} />} />
          <Pager hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} isLoading={list.isFetchingNextPage} />
        </>
      )}
    </Card>
  );
}
