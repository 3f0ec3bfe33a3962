import { isProblem } from '@streamix/api';
import { ErrorState, Page } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { TitleData } from '../catalogue/model';
import { titleQuery } from '../catalogue/queries';
import { People } from './People';
import { Seasons } from './Seasons';
import { Similar } from './Similar';
import { Story } from './Story';
import { TitleHero } from './TitleHero';
import { EpisodesSkeleton, TitleSkeleton } from './TitleSkeleton';
import { Trailers } from './Trailers';
import { Unavailable } from './Unavailable';
import { usePlayable } from './usePlayable';

export function Component() {
  const { id = '' } = useParams();
  return <TitleOf key={id} id={id} />;
}

function TitleOf({ id }: { id: string }) {
  const { t, i18n } = useTranslation('catalogue');
  const { data, error, refetch } = useQuery(titleQuery(i18n.language, id));
  const isMissing = isProblem(error) && error.status === 404;
  return (
    <Page title={data?.title.title ?? t('title.page')} isTitleHidden width="full">
      {data && <Everything page={data} />}
      {!data && !error && <TitleSkeleton />}
      {!data && error && (isMissing ? <Unavailable /> : <ErrorState error={error} onRetry={() => void refetch()} />)}
    </Page>
  );
}

function Everything({ page }: { page: TitleData }) {
  const playable = usePlayable(page);
  return (
    <>
      <TitleHero page={page} playable={playable} />
      {page.seasons.length > 0 && (playable.isPending ? <EpisodesSkeleton /> : <Seasons page={page} playable={playable} />)}
      <Story page={page} />
      <Trailers page={page} />
      <People page={page} />
      <Similar page={page} />
    </>
  );
}
