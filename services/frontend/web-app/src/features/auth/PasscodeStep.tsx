import { explainBy, hasStatus, isProblem } from '@streamix/api';
import { Button, CodeField, Form, Notice } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './AuthPage.module.css';
import { passcodeLength, resendPasscode, resendSeconds, verifyPasscode } from './registration';
import { useWait } from './useWait';

interface PasscodeStepProps {
  accountId: string;
  email: string;
  /** A code has just been sent, so that the next one has to wait. */
  isFresh?: boolean;
  onProven: () => Promise<void>;
}

/** Proves an address by the code that was mailed to it. */
export function PasscodeStep({ accountId, email, isFresh = false, onProven }: PasscodeStepProps) {
  const { t } = useTranslation('auth');
  const [code, setCode] = useState('');
  const wait = useWait(isFresh ? resendSeconds : 0);

  const proof = useMutation({
    mutationFn: async () => {
      await verifyPasscode(accountId, code);
      await onProven();
    },
  });
  const renewal = useMutation({
    mutationFn: () => resendPasscode(accountId),
    onSuccess: () => {
      setCode('');
      proof.reset();
      wait.start(resendSeconds);
    },
    onError: error => {
      if (isProblem(error) && error.status === 429) wait.start(error.retryAfterSeconds ?? resendSeconds);
    },
  });
  const wrong = hasStatus(proof.error, 422) ? t('passcode.wrong') : undefined;

  return (
    <Form className={styles.form} label={t('passcode.title')} error={proof.error} explain={explainBy({ 422: t('passcode.wrong') })} onSubmit={() => proof.mutate()}>
      <p>
        {t('passcode.sent')} <bdi className={styles.address}>{email}</bdi>
      </p>
      <CodeField
        label={t('passcode.label')}
        description={t('passcode.hint')}
        name="code"
        length={passcodeLength}
        isAlphanumeric
        isRequired
        autoFocus
        value={code}
        onChange={setCode}
        error={wrong}
      />
      <Button type="submit" variant="primary" isWide isPending={proof.isPending}>
        {t('passcode.submit')}
      </Button>
      <Button variant="quiet" isWide isDisabled={wait.left > 0} isPending={renewal.isPending} onPress={() => renewal.mutate()}>
        {wait.left > 0 ? t('passcode.resendIn', { seconds: wait.left }) : t('passcode.resend')}
      </Button>
      {renewal.isSuccess && <Notice kind="good">{t('passcode.resent')}</Notice>}
      {renewal.isError && <Notice kind="warning">{t(hasStatus(renewal.error, 429) ? 'passcode.tooSoon' : 'passcode.notSent')}</Notice>}
    </Form>
  );
}
