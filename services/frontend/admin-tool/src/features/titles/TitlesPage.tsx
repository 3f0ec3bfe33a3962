import { api, itemsOf, pages, unwrap } from '@streamix/api';
import { Button, EmptyState, ErrorState, LinkButton, Page, Pager, Skeleton, SkeletonGroup } from '@streamix/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ExchangeMenu } from '../importing/ExchangeMenu';
import { addressOf, isNarrowed, searchOf, type TitleSearch } from './search';
import { TitleFilters } from './TitleFilters';
import { TitlesTable } from './TitlesTable';

/** All titles in every state. The address is the search, so that it can be kept, sent and gone back to. */
export function Component() {
  const { t } = useTranslation('titles');
  const [address, setAddress] = useSearchParams();
  const search = searchOf(address);
  const change = (part: TitleSearch) => setAddress(addressOf({ ...search, ...part }), { replace: true, preventScrollReset: true });
  const list = useInfiniteQuery({
    ...pages(['titles', 'list', search], (after, signal) =>
      unwrap(api.GET('/api/v1/catalog/admin/titles', { params: { query: { ...search, limit: 50, after } }, signal }))),
    placeholderData: keepPreviousData,
  });
  const rows = itemsOf(list.data);

  return (
    <Page
      title={t('titles')}
      actions={(
        <>
          <ExchangeMenu search={search} />
          <LinkButton variant="primary" to="/titles/new">{t('newTitle')}</LinkButton>
        </>
      )}
    >
      <TitleFilters search={search} onChange={change} />
      {list.isPending && <SkeletonGroup><Skeleton height="30rem" /></SkeletonGroup>}
      {list.isError && <ErrorState error={list.error} onRetry={() => list.refetch()} isRetrying={list.isFetching} />}
      {list.isSuccess && rows.length === 0 && (isNarrowed(search)
        ? <EmptyState icon="search" title={t('noneFound')} body={t('noneFoundBody')} action={<Button onPress={() => setAddress({})}>{t('showAll')}</Button>} />
        : <EmptyState title={t('noTitles')} body={t('noTitlesBody')} action={<LinkButton variant="primary" to="/titles/new">{t('newTitle')}</LinkButton>} />)}
      {list.isSuccess && rows.length > 0 && (
        <div aria-busy={list.isPlaceholderData}>
          <TitlesTable rows={rows} />
          <Pager hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} isLoading={list.isFetchingNextPage} />
        </div>
      )}
    </Page>
  );
}
