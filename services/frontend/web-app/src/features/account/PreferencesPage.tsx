import { hasStatus } from '@streamix/api';
import { Card, LanguageSelect, LinkButton, Page, Switch, ThemeSelect, toast } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { saveConsent } from './accountApi';
import styles from './account.module.css';
import { Loaded } from './Loaded';
import { useAccountRecord, useSaveAccount } from './useAccountRecord';

/** How the pages look and speak on this device, and what may be mailed to me. */
export function Component() {
  const { t } = useTranslation('account');
  return (
    <Page title={t('rooms.preferences')} lead={t('preferences.lead')} width="medium">
      <Card as="section" title={t('preferences.look')}>
        <div className={styles.form}>
          <LanguageSelect />
          <ThemeSelect as="radios" />
        </div>
      </Card>
      <Card as="section" title={t('preferences.mail')}>
        <Consent />
      </Card>
      <Card as="section" title={t('preferences.watching')}>
        <div className={styles.stack}>
          <p>{t('preferences.watchingBody')}</p>
          <div className={styles.actions}>
            <LinkButton to="/profiles/manage">{t('preferences.profiles')}</LinkButton>
          </div>
        </div>
      </Card>
    </Page>
  );
}

function Consent() {
  const { t } = useTranslation('account');
  const record = useAccountRecord();
  const save = useSaveAccount(saveConsent, () => toast(t('saved'), { kind: 'success' }));
  const change = (marketing: boolean) =>
    save.mutate(marketing, {
      onError: error => {
        toast(t(hasStatus(error, 412) ? 'conflict.consent' : 'failed'), { kind: 'danger' });
        void record.refetch();
      },
    });
  return (
    <Loaded query={record} height="4rem">
      {({ account }) => (
        <Switch
          value={save.isPending ? save.variables : account.marketingConsent}
          description={t('preferences.marketingHint')}
          isDisabled={save.isPending}
          onChange={change}
        >
          {t('preferences.marketing')}
        </Switch>
      )}
    </Loaded>
  );
}
