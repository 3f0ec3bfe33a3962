import { Button, Card } from '@streamix/ui';
import { useMe } from '@streamix/api';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import { EraseDialog } from './EraseDialog';

const goes = ['profiles', 'watching', 'files', 'signIn', 'mails'];

export function EraseSection() {
  const { t } = useTranslation('account');
  const email = useMe().data?.email;
  const [isOpen, setOpen] = useState(false);
  return (
    <Card as="section" title={t('erase.title')}>
      <div className={styles.stack}>
        <p>{t('erase.body')}</p>
        <ul className={styles.bullets}>
          {goes.map(what => (
            <li key={what}>{t(`erase.goes.${what}`)}</li>
          ))}
        </ul>
        <p>{t('erase.forGood')}</p>
        <div className={styles.actions}>
          <Button variant="danger" isDisabled={!email} onPress={() => setOpen(true)}>
            {t('erase.begin')}
          </Button>
        </div>
      </div>
      {isOpen && email && <EraseDialog email={email} onClose={() => setOpen(false)} />}
    </Card>
  );
}
