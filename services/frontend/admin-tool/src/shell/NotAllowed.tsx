import { EmptyState, LinkButton, Page } from '@streamix/ui';
import { useTranslation } from 'react-i18next';

/** For colleagues whose role does not reach here. */
export function NotAllowed() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('notAllowed.title')}>
      <EmptyState
        action={<LinkButton to="/" variant="primary">{t('notAllowed.home')}</LinkButton>}
        body={t('notAllowed.body')}
        icon="lock"
        title={t('notAllowed.heading')}
      />
    </Page>
  );
}
