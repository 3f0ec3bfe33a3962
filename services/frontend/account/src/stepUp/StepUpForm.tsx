import { explainBy, hasStatus } from '@streamix/api';
import { Button, CodeField, Form, PasswordField, TextField } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasskeyChoice } from '../passkeys/PasskeyChoice';
import { prove, proveWithPasskey, type Method, type TypedMethod } from './prove';
import styles from './StepUpForm.module.css';

interface StepUpFormProps {
  methods: readonly Method[];
  email: string | null;
  onProven: () => void;
}

const totpLength = 6;

export function StepUpForm({ methods, email, onProven }: StepUpFormProps) {
  const { t } = useTranslation('proof');
  const typed = methods.filter((method): method is TypedMethod => method !== 'passkey');
  const [method, setMethod] = useState<TypedMethod>(typed[0] ?? 'password');
  const [answer, setAnswer] = useState('');
  const proof = useMutation({ mutationFn: () => prove(method, answer), onSuccess: onProven });
  const byPasskey = useMutation({ mutationFn: proveWithPasskey, onSuccess: onProven });

  const change = (value: string) => {
    setAnswer(value);
    if (proof.isError) proof.reset();
  };
  const choose = (next: TypedMethod) => {
    setMethod(next);
    change('');
  };
  const field = {
    label: t(`stepUp.${method}`),
    value: answer,
    onChange: change,
    isRequired: true,
    error: hasStatus(proof.error, 422) ? t(`stepUp.wrong.${method}`) : undefined,
  };

  return (
    <Form
      label={t('stepUp.title')}
      error={proof.error}
      explain={explainBy({ 422: t(`stepUp.wrong.${method}`), 401: t('stepUp.ended'), 'second-factor-needed': t('stepUp.secondFactor') })}
      onSubmit={() => proof.mutate()}
    >
      <p className={styles.lead}>{t('stepUp.lead')}</p>
      {email && method === 'password' && <input type="email" autoComplete="username" value={email} readOnly hidden />}
      {method === 'password' && <PasswordField {...field} autoComplete="current-password" autoFocus />}
      {method === 'totp' && <CodeField {...field} length={totpLength} autoFocus />}
      {method === 'recoveryCode' && <TextField {...field} description={t('stepUp.recoveryHint')} autoFocus />}
      <Button type="submit" variant="primary" isWide isPending={proof.isPending}>
        {t('stepUp.submit')}
      </Button>
      {methods.includes('passkey') && <PasskeyChoice isPending={byPasskey.isPending} error={byPasskey.error} onPress={() => byPasskey.mutate()} />}
      {typed
        .filter(other => other !== method)
        .map(other => (
          <Button key={other} variant="quiet" onPress={() => choose(other)}>
            {t(`stepUp.use.${other}`)}
          </Button>
        ))}
    </Form>
  );
}
