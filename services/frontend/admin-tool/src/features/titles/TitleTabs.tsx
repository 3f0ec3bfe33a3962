import { Tabs } from '@streamix/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ArtworkTab } from '../artwork/ArtworkTab';
import { PublishTab } from '../publishing/PublishTab';
import { CastTab } from './cast/CastTab';
import type { Versioned } from './catalog';
import { DetailsTab } from './details/DetailsTab';
import { MediaTab } from './media/MediaTab';
import { PartsTab } from './seasons/PartsTab';
import { RevisionsTab } from './revisions/RevisionsTab';
import { tabsOf, type TabId } from './tabs';

/** The parts of the page; the address names the one that is open. */
export function TitleTabs({ title }: { title: Versioned }) {
  const { t } = useTranslation('titles');
  const [address, setAddress] = useSearchParams();
  const { id, kind } = title.file;
  const tabs = tabsOf(kind);
  const selected = tabs.find(tab => tab === address.get('tab')) ?? 'details';
  const contents: Record<TabId, () => ReactNode> = {
    details: () => <DetailsTab title={title} />,
    parts: () => <PartsTab title={title.file} />,
    cast: () => <CastTab title={title} />,
    artwork: () => <ArtworkTab owner={id} kind={kind} />,
    media: () => <MediaTab title={title.file} />,
    publish: () => <PublishTab title={title} />,
    revisions: () => <RevisionsTab title={title} />,
  };
  return (
    <Tabs
      label={t('parts')} selected={selected} onSelect={tab => setAddress(tab === 'details' ? {} : { tab }, { preventScrollReset: true })}
      items={tabs.map(tab => ({ id: tab, label: t(tab === 'parts' ? `tabs.parts_of_${kind}` : `tabs.${tab}`), content: tab === selected ? contents[tab]() : null }))}
    />
  );
}
