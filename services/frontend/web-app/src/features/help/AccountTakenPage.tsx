import { LinkButton, Page } from '@streamix/ui';
import { useTranslation } from 'react-i18next';

/** What to do for somebody whose account has, it seems, been taken by another. */
export function Component() {
  const { t } = useTranslation('help');
  return (
    <Page title={t('taken.title')} lead={t('taken.lead')} width="narrow">
      <ol>
        <li>{t('taken.mailbox')}</li>
        <li>{t('taken.signIn')}</li>
        <li>{t('taken.sessions')}</li>
        <li>{t('taken.write')}</li>
      </ol>
      <LinkButton to="/sign-in?return=/account/sessions" variant="primary">{t('taken.go')}</LinkButton>
    </Page>
  );
}
