import { Card, LinkButton, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Facts } from '../operations/Facts';
import type { AccountFile } from './queries';

export function UserFacts({ file: { account, marketingConsentAt } }: { file: AccountFile }) {
  const { t } = useTranslation('users');
  const format = useFormat();
  const name = [account.givenName, account.familyName].filter(Boolean).join(' ');
  return (
    <Card title={t('facts')} actions={<LinkButton variant="quiet" to={`/audit?subject=${encodeURIComponent(account.id)}`}>{t('auditOf')}</LinkButton>}>
      <Facts
        facts={[
          [t('id'), account.id],
          [t('fullName'), name || t('notGiven')],
          [t('birthDate'), account.birthDate ? format.date(account.birthDate, { dateStyle: 'long', timeZone: 'UTC' }) : t('notGiven')],
          [t('phone'), account.phone ?? t('notGiven')],
          [t('country'), account.country],
          [t('locale'), account.locale],
          [t('terms'), account.termsVersion],
          [t('marketing'), marketingConsentAt ? t('consentedAt', { date: format.date(marketingConsentAt) }) : t('noConsent')],
        ]}
      />
    </Card>
  );
}
