import { isProblem, itemsOf } from '@streamix/api';
import { Button, EmptyState, ErrorState, LinkButton, Pager } from '@streamix/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { factsOfCard } from '../catalogue/facts';
import { titlePagesQuery, type TitleFilter } from '../catalogue/queries';
import { TitleCard } from '../catalogue/TitleCard';
import { TitleGrid } from '../catalogue/TitleGrid';
import { UnknownGenre } from './UnknownGenre';

interface Props {
  filter: TitleFilter;
  isNarrowed: boolean;
  onReset: () => void;
}

export function GenreTitles({ filter, isNarrowed, onReset }: Props) {
  const { t, i18n } = useTranslation('catalogue');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(titlePagesQuery(i18n.language, filter));
  const cards = itemsOf(data);

  if (error && !data) {
    return isProblem(error) && error.status === 400
      ? <UnknownGenre />
      : <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  if (data && cards.length === 0) {
    return (
      <EmptyState
        icon="film"
        title={t('genrePage.empty')}
        body={t(isNarrowed ? 'genrePage.emptyNarrowed' : 'genrePage.emptyWhy')}
        action={isNarrowed ? <Button onPress={onReset}>{t('genrePage.reset')}</Button> : <LinkButton to="/">{t('genrePage.home')}</LinkButton>}
      />
    );
  }
  return (
    <>
      <TitleGrid label={t('genrePage.titles')} waiting={!data || isFetchingNextPage ? 12 : 0}>
        {cards.map((card, index) => <li key={card.id}><TitleCard title={factsOfCard(card, i18n.language)} first={index < 6} /></li>)}
      </TitleGrid>
      {error && <ErrorState error={error} onRetry={() => void fetchNextPage()} />}
      {data && <Pager hasMore={hasNextPage} onMore={() => void fetchNextPage()} isLoading={isFetchingNextPage} />}
    </>
  );
}
