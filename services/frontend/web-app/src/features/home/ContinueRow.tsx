import { toast } from '@streamix/ui';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CardSkeletons } from '../catalogue/CardSkeletons';
import type { ContinuePage } from '../catalogue/model';
import { titleQuery } from '../catalogue/queries';
import { RowTrouble } from '../catalogue/RowTrouble';
import { Shelf } from '../catalogue/Shelf';
import { ContinueCard } from './ContinueCard';
import { useStopContinuing } from './queries';

const most = 12;

export function ContinueRow({ query }: { query: Pick<UseQueryResult<ContinuePage>, 'data' | 'isError' | 'refetch'> }) {
  const { t, i18n } = useTranslation('catalogue');
  const stop = useStopContinuing();
  const items = query.data?.items.slice(0, most) ?? [];
  const pages = useQueries({ queries: items.map(item => titleQuery(i18n.language, item.titleId)) });
  // Nobody is told of titles that are not open to this profile any more.
  const shown = items.map((item, index) => ({ item, page: pages[index] })).filter(({ page }) => page && !page.isError);
  const trouble = query.isError && !query.data;
  if (!trouble && shown.length === 0) return null;

  const remove = (titleId: string) => {
    const at = shown.findIndex(({ item }) => item.titleId === titleId);
    const neighbour = shown[at + 1] ?? shown[at - 1];
    if (neighbour) document.getElementById(`continue-${neighbour.item.titleId}`)?.focus();
    stop.mutate(titleId, {
      onSuccess: () => toast(t('home.removed'), { kind: 'success' }),
      onError: () => toast(t('home.notRemoved'), { kind: 'danger' }),
    });
  };

  return (
    <Shelf heading={t('home.continue')} count={shown.length} shape="wide">
      {trouble && <RowTrouble onRetry={() => void query.refetch()} />}
      {shown.map(({ item, page }) => page?.data
        ? <li key={item.titleId}><ContinueCard item={item} page={page.data} onRemove={() => remove(item.titleId)} /></li>
        : <CardSkeletons key={item.titleId} count={1} shape="wide" />)}
    </Shelf>
  );
}
