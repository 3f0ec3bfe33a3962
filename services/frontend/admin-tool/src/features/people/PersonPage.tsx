import { Breadcrumbs, Button, ErrorState, LinkButton, Page, Skeleton, SkeletonGroup, Tabs } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { ArtworkTab } from '../artwork/ArtworkTab';
import { Filmography } from './Filmography';
import { personQuery } from './people';
import { PersonForm } from './PersonForm';
import { RemovePerson } from './RemovePerson';

const tabs = ['details', 'portrait', 'titles'] as const;

export function Component() {
  const { t } = useTranslation('people');
  const { id = '' } = useParams();
  const [address, setAddress] = useSearchParams();
  const [isRemoving, setRemoving] = useState(false);
  const person = useQuery(personQuery(id));
  const selected = tabs.find(tab => tab === address.get('tab')) ?? 'details';

  if (person.isPending) return <Page title={t('person')}><SkeletonGroup><Skeleton height="30rem" /></SkeletonGroup></Page>;
  if (!person.data)
    return (
      <Page title={t('person')}>
        <ErrorState error={person.error} onRetry={() => person.refetch()} isRetrying={person.isFetching} action={<LinkButton to="/people">{t('toPeople')}</LinkButton>} />
      </Page>
    );
  const { name } = person.data.file.content;
  const contents = {
    details: () => <PersonForm key={id} person={person.data} />,
    portrait: () => <ArtworkTab owner={id} kind="person" />,
    titles: () => <Filmography id={id} />,
  };
  return (
    <Page title={name} actions={<Button variant="danger" onPress={() => setRemoving(true)}>{t('remove.action')}</Button>}>
      <Breadcrumbs items={[{ label: t('people'), to: '/people' }, { label: name }]} />
      <Tabs
        label={t('parts')} selected={selected} onSelect={tab => setAddress(tab === 'details' ? {} : { tab })}
        items={tabs.map(tab => ({ id: tab, label: t(`tabs.${tab}`), content: tab === selected ? contents[tab]() : null }))}
      />
      <RemovePerson id={id} name={name} isOpen={isRemoving} onOpenChange={setRemoving} />
    </Page>
  );
}
