import { explainBy, hasStatus, isProblem } from '@streamix/api';
import { Button, Form, Notice, TextField } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AuthPage } from './AuthPage';
import styles from './AuthPage.module.css';
import { resendSeconds } from './registration';
import { askReset } from './resets';
import { withReturn } from './returnPath';
import { useReturn } from './useReturn';
import { useWait } from './useWait';

/** The answer is the same for every address: nobody learns here who has an account. */
export function Component() {
  const { t } = useTranslation('auth');
  const { path } = useReturn();
  const [email, setEmail] = useState('');
  const wait = useWait();
  const request = useMutation({
    mutationFn: askReset,
    onSuccess: () => wait.start(resendSeconds),
    onError: error => {
      if (isProblem(error) && error.status === 429) wait.start(error.retryAfterSeconds ?? resendSeconds);
    },
  });

  return (
    <AuthPage
      title={t('forgot.title')}
      lead={t('forgot.lead')}
      footer={<Link to={withReturn('/sign-in', path)}>{t('backToSignIn')}</Link>}
    >
      <Form
        className={styles.form}
        label={t('forgot.title')}
        error={request.error}
        explain={explainBy({ 429: t('forgot.tooSoon') })}
        onSubmit={() => {
          if (wait.left === 0) request.mutate(email.trim());
        }}
      >
        <TextField
          label={t('email')}
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          error={hasStatus(request.error, 422) && request.variables === email.trim() ? t('emailWrong') : undefined}
          isRequired
        />
        <Button type="submit" variant="primary" isWide isDisabled={wait.left > 0} isPending={request.isPending}>
          {wait.left > 0 ? t('forgot.againIn', { seconds: wait.left }) : t('forgot.submit')}
        </Button>
        {request.isSuccess && <Notice kind="good">{t('forgot.sent')}</Notice>}
      </Form>
    </AuthPage>
  );
}
