import { ErrorState, LinkButton, Page, Skeleton, SkeletonGroup } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { titleQuery } from './catalog';
import { TitleHead } from './TitleHead';
import { TitleTabs } from './TitleTabs';

export function Component() {
  const { t } = useTranslation('titles');
  const { id = '' } = useParams();
  const title = useQuery({ ...titleQuery(id), refetchOnWindowFocus: true });

  if (title.isPending) return <Page title={t('title')}><SkeletonGroup><Skeleton height="3rem" /><Skeleton height="30rem" /></SkeletonGroup></Page>;
  if (title.isError && !title.data)
    return (
      <Page title={t('title')}>
        <ErrorState error={title.error} onRetry={() => title.refetch()} isRetrying={title.isFetching} action={<LinkButton to="/titles">{t('toTitles')}</LinkButton>} />
      </Page>
    );
  return <TitleHead key={id} title={title.data}><TitleTabs title={title.data} /></TitleHead>;
}
