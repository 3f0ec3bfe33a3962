import { Button, Dialog } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './AuthPage.module.css';
import { termsVersion } from './registration';

const parts = ['service', 'account', 'content', 'data', 'end'] as const;

/** The terms, to be read before they are accepted. */
export function TermsDialog() {
  const { t } = useTranslation('auth');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {t('terms.read')}
      </Button>
      <Dialog
        title={t('terms.title')}
        isOpen={isOpen}
        onOpenChange={setOpen}
        actions={<Button onPress={() => setOpen(false)}>{t('close')}</Button>}
      >
        <div className={styles.form}>
          <p className={styles.lead}>{t('terms.version', { version: termsVersion })}</p>
          {parts.map(part => (
            <p key={part}>{t(`terms.${part}`)}</p>
          ))}
        </div>
      </Dialog>
    </>
  );
}
