import { Page } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { EraseSection } from './EraseSection';
import { ExportsSection } from './ExportsSection';

/** What the platform holds of me: a copy of it, and its end. */
export function Component() {
  const { t } = useTranslation('account');
  return (
    <Page title={t('rooms.privacy')} lead={t('privacy.lead')} width="medium">
      <ExportsSection />
      <EraseSection />
    </Page>
  );
}
