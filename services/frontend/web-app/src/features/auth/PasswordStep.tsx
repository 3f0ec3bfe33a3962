import { explainBy, isProblem } from '@streamix/api';
import { Button, Checkbox, Form, PasswordField, TextField } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './AuthPage.module.css';
import { PasskeyButton } from './passkeys/PasskeyButton';
import { usePasskeyAutofill } from './passkeys/usePasskeyAutofill';
import { signIn, type PasswordWish, type SignInAnswer } from './signIn';

interface PasswordStepProps {
  onAnswer: (answer: SignInAnswer) => Promise<void> | void;
  onUnproven: (accountId: string, wish: PasswordWish) => void;
}

export function PasswordStep({ onAnswer, onUnproven }: PasswordStepProps) {
  const { t } = useTranslation('auth');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [persistent, setPersistent] = useState(true);
  const autofill = usePasskeyAutofill(persistent, onAnswer);

  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: onAnswer,
    onError: (error, wish) => {
      const accountId = isProblem(error, 'email-unproven') ? error.extensions['accountId'] : undefined;
      if (typeof accountId === 'string') onUnproven(accountId, wish);
    },
  });
  const explain = explainBy({
    401: t('signIn.wrong'),
    'account-suspended': t('signIn.suspended'),
    'email-unproven': t('passcode.unproven'),
  });

  return (
    <Form
      className={styles.form}
      label={t('signIn.title')}
      error={attempt.error}
      explain={explain}
      onSubmit={() => attempt.mutate({ email, password, persistent })}
    >
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username webauthn"
        value={email}
        onChange={setEmail}
        isRequired
      />
      <PasswordField
        label={t('password.label')}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        isRequired
      />
      <Checkbox isSelected={persistent} onChange={setPersistent}>
        {t('signIn.persistent')}
      </Checkbox>
      <Button type="submit" variant="primary" isWide isPending={attempt.isPending}>
        {t('signIn.submit')}
      </Button>
      <PasskeyButton persistent={persistent} onAnswer={onAnswer} pause={autofill.pause} resume={autofill.resume} />
    </Form>
  );
}
