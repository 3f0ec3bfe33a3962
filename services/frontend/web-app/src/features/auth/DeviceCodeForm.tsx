import { explainBy } from '@streamix/api';
import { Button, CodeField, Form } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './AuthPage.module.css';
import { userCodeLength, userCodeOf } from './devices';

interface DeviceCodeFormProps {
  code: string;
  onChange: (code: string) => void;
  error: unknown;
  isUnknown: boolean;
  isPending: boolean;
  onSubmit: () => void;
}

export function DeviceCodeForm({ code, onChange, error, isUnknown, isPending, onSubmit }: DeviceCodeFormProps) {
  const { t } = useTranslation('auth');
  const [isTried, setTried] = useState(false);
  const isShort = code.length < userCodeLength;
  const wrong = isTried && isShort ? t('device.incomplete') : isUnknown ? t('device.unknown') : undefined;
  return (
    <Form
      className={styles.form}
      label={t('device.title')}
      error={error}
      explain={explainBy({ 404: t('device.unknown') })}
      onSubmit={() => {
        setTried(true);
        if (!isShort) onSubmit();
      }}
    >
      <CodeField
        label={t('device.code')}
        description={t('device.codeHint')}
        length={userCodeLength}
        isAlphanumeric
        isRequired
        value={code}
        onChange={text => onChange(userCodeOf(text))}
        error={wrong}
      />
      <Button type="submit" variant="primary" isWide isPending={isPending}>
        {t('continue')}
      </Button>
    </Form>
  );
}
