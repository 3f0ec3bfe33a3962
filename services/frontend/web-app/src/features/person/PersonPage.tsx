import { isProblem } from '@streamix/api';
import { EmptyState, ErrorState, Page } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Filmography } from './Filmography';
import { Life } from './Life';
import { PersonSkeleton } from './PersonSkeleton';
import { personQuery } from './queries';

export function Component() {
  const { id = '' } = useParams();
  return <PersonOf key={id} id={id} />;
}

function PersonOf({ id }: { id: string }) {
  const { t, i18n } = useTranslation('catalogue');
  const { data, error, refetch } = useQuery(personQuery(i18n.language, id));
  const isMissing = isProblem(error) && error.status === 404;
  return (
    <Page title={data?.name ?? t('person.page')} isTitleHidden width="full">
      {data && <Life person={data} />}
      {data && <Filmography person={data} />}
      {!data && !error && <PersonSkeleton />}
      {!data && error && (isMissing
        ? <EmptyState icon="user" title={t('person.unknown')} body={t('person.unknownWhy')} />
        : <ErrorState error={error} onRetry={() => void refetch()} />)}
    </Page>
  );
}
