import { PasskeyChoice } from '@streamix/account';
import { explainBy } from '@streamix/api';
import { Button, CodeField, Form, TextField } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './AuthPage.module.css';
import { answerWithCode, answerWithPasskey, type CodeMethod, type SecondFactor, type SignInAnswer } from './signIn';

interface SecondFactorStepProps {
  challenge: SecondFactor;
  onAnswer: (answer: SignInAnswer) => Promise<void> | void;
  /** `over`: the time for an answer has passed. */
  onStartAgain: (over: boolean) => void;
}

const totpLength = 6;

export function SecondFactorStep({ challenge, onAnswer, onStartAgain }: SecondFactorStepProps) {
  const { t } = useTranslation('auth');
  const [method, setMethod] = useState<CodeMethod>('totp');
  const [code, setCode] = useState('');
  const byCode = useMutation({ mutationFn: () => answerWithCode(challenge.id, method, code.trim()), onSuccess: onAnswer });
  const byPasskey = useMutation({ mutationFn: () => answerWithPasskey(challenge.id), onSuccess: onAnswer });

  useEffect(() => {
    const timer = setTimeout(() => onStartAgain(true), Math.max(0, Date.parse(challenge.expiresAt) - Date.now()));
    return () => clearTimeout(timer);
  }, [challenge.expiresAt, onStartAgain]);

  const change = (next: CodeMethod) => {
    setMethod(next);
    setCode('');
    byCode.reset();
  };
  const other: CodeMethod = method === 'totp' ? 'recovery-code' : 'totp';
  const explain = explainBy({ 401: t(`second.wrong.${method}`), 'account-suspended': t('signIn.suspended') });

  return (
    <Form className={styles.form} label={t('second.title')} error={byCode.error} explain={explain} onSubmit={() => byCode.mutate()}>
      {method === 'totp' ? (
        <CodeField label={t('second.totp')} length={totpLength} value={code} onChange={setCode} isRequired autoFocus />
      ) : (
        <TextField
          label={t('second.recovery')}
          description={t('second.recoveryHint')}
          value={code}
          onChange={setCode}
          isRequired
          autoFocus
        />
      )}
      <Button type="submit" variant="primary" isWide isPending={byCode.isPending}>
        {t('second.submit')}
      </Button>
      {challenge.methods.includes('passkey') && (
        <PasskeyChoice isPending={byPasskey.isPending} error={byPasskey.error} onPress={() => byPasskey.mutate()} />
      )}
      <div className={styles.actions}>
        {challenge.methods.includes(other) && (
          <Button variant="quiet" onPress={() => change(other)}>
            {t(`second.use.${other}`)}
          </Button>
        )}
        <Button variant="quiet" onPress={() => onStartAgain(false)}>
          {t('startAgain')}
        </Button>
      </div>
    </Form>
  );
}
