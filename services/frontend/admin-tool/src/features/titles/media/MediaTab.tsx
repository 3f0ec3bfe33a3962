import { itemsOf } from '@streamix/api';
import { Card, EmptyState, ErrorState, Pager, Skeleton, SkeletonGroup } from '@streamix/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { onCompleted } from '../../../uploads/uploads';
import { titleQuery, type TitleFile } from '../catalog';
import { AssetCard } from './AssetCard';
import { assetsKey, assetsQuery, isUnderWay } from './assets';
import styles from './Media.module.css';
import { NewFile } from './NewFile';

const often = 2000;

/** The files of a title: how one comes, and what becomes of each. */
export function MediaTab({ title }: { title: TitleFile }) {
  const { t } = useTranslation('titles');
  const client = useQueryClient();
  const list = useInfiniteQuery({
    ...assetsQuery(title.id),
    refetchInterval: query => itemsOf(query.state.data).some(isUnderWay) ? often : false,
  });
  const assets = itemsOf(list.data);
  useEffect(() => onCompleted(view => { if (view.titleId === title.id) void client.invalidateQueries({ queryKey: assetsKey(title.id) }); }), [client, title.id]);

  // What becomes ready moves its title on: the title is read again whenever a file changes its state.
  const states = assets.map(asset => `${asset.id}:${asset.state}`).join();
  const known = useRef<string>(undefined);
  useEffect(() => {
    if (known.current !== undefined && known.current !== states) void client.invalidateQueries({ queryKey: titleQuery(title.id).queryKey });
    if (list.isSuccess) known.current = states;
  }, [client, list.isSuccess, states, title.id]);

  return (
    <div className={styles.tab}>
      <NewFile titleId={title.id} />
      {list.isPending && <SkeletonGroup><Skeleton height="16rem" /></SkeletonGroup>}
      {list.isError && <ErrorState error={list.error} onRetry={() => list.refetch()} isRetrying={list.isFetching} />}
      {list.isSuccess && assets.length === 0 && <Card><EmptyState title={t('media.none')} body={t('media.noneBody')} icon="film" /></Card>}
      {assets.map(asset => <AssetCard key={asset.id} asset={asset} isAwaited={title.awaitedAssetId === asset.id} />)}
      <Pager hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} isLoading={list.isFetchingNextPage} />
    </div>
  );
}
