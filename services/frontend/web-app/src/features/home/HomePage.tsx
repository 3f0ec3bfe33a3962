import { EmptyState, ErrorState, Page } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { continueQuery, titlesQuery } from '../catalogue/queries';
import { ShelfSkeletons } from '../catalogue/ShelfSkeletons';
import { TitleRow } from '../catalogue/TitleRow';
import { ContinueRow } from './ContinueRow';
import { GenreRows } from './GenreRows';
import { chooseHero } from './hero';
import { Hero, HeroSkeleton } from './Hero';
import { featuredQuery } from './queries';

export function Component() {
  const { t, i18n } = useTranslation('catalogue');
  const [now] = useState(() => Date.now());
  const featured = useQuery(featuredQuery(i18n.language));
  const popular = useQuery(titlesQuery(i18n.language, {}));
  const newest = useQuery(titlesQuery(i18n.language, { sort: 'newest' }));
  const goOn = useQuery(continueQuery());

  const lists = [featured, popular, newest];
  const waitsForHero = featured.isPending || (!featured.data?.items.length && popular.isPending);
  const hero = chooseHero(featured.data?.items ?? [], popular.data?.items ?? [], now);
  const isEmpty = lists.every(list => list.data?.items.length === 0);
  const broken = lists.every(list => list.isError && !list.data) ? popular.error : null;
  const retry = () => lists.forEach(list => void list.refetch());

  return (
    <Page title={t('home.title')} isTitleHidden width="full">
      {isEmpty && <EmptyState title={t('home.emptyTitle')} body={t('home.emptyBody')} icon="film" />}
      {broken && <ErrorState error={broken} onRetry={retry} />}
      {waitsForHero ? <HeroSkeleton /> : hero && <Hero title={hero} />}
      {/* Rows stand where they stay: none is drawn before it is known which is the first. */}
      {goOn.isPending ? <ShelfSkeletons count={2} /> : (
        <>
          <ContinueRow query={goOn} />
          {!broken && <TitleRow heading={t('home.new')} query={newest} />}
          {!broken && <TitleRow heading={t('home.popular')} query={popular} />}
          {!broken && !isEmpty && <GenreRows />}
        </>
      )}
    </Page>
  );
}
