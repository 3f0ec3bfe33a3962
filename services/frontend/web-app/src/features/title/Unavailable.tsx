import { EmptyState, LinkButton } from '@streamix/ui';
import { useTranslation } from 'react-i18next';

/** The platform does not tell what is not open to somebody; so the reasons there can be are named. */
export function Unavailable() {
  const { t } = useTranslation('catalogue');
  return (
    <EmptyState
      icon="globe"
      title={t('title.unavailable')}
      body={t('title.unavailableWhy')}
      action={<LinkButton variant="primary" to="/search">{t('title.findOther')}</LinkButton>}
    />
  );
}
