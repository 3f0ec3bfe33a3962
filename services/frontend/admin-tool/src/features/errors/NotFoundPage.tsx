import { EmptyState, LinkButton, Page } from '@streamix/ui';
import { useTranslation } from 'react-i18next';

export function Component() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('notFound.title')}>
      <EmptyState
        action={<LinkButton to="/" variant="primary">{t('notFound.home')}</LinkButton>}
        body={t('notFound.body')}
        icon="search"
        title={t('notFound.heading')}
      />
    </Page>
  );
}
