import { Button, Card, Checkbox, Icon, Notice } from '@streamix/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import { CopyButton } from './CopyButton';
import { saveText } from './download';
import twoStep from './TwoStep.module.css';

interface RecoveryCodesProps {
  codes: readonly string[];
  onKept: () => void;
}

/** Shown once. Whoever leaves without them has none. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { t } = useTranslation('account');
  const [isKept, setKept] = useState(false);
  const text = codes.join('\n');

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  return (
    <Card as="section" title={t('codes.title')}>
      <div className={styles.stack}>
        <Notice kind="good">{t('codes.lead')}</Notice>
        <ol className={`${twoStep.codes} ${twoStep.sheet}`} aria-label={t('codes.title')}>
          {codes.map(code => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <div className={styles.actions}>
          <CopyButton text={text} label={t('codes.copy')} />
          <Button icon={<Icon name="download" />} onPress={() => saveText('streamix-recovery-codes.txt', `${t('codes.file')}\n\n${text}\n`)}>
            {t('codes.download')}
          </Button>
          <Button onPress={() => window.print()}>{t('codes.print')}</Button>
        </div>
        <Checkbox value={isKept} onChange={setKept}>
          {t('codes.kept')}
        </Checkbox>
        <div className={styles.actions}>
          <Button variant="primary" isDisabled={!isKept} onPress={onKept}>
            {t('codes.done')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
