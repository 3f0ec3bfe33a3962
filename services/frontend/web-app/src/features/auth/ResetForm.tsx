import { isProblem } from '@streamix/api';
import { Button, Form } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './AuthPage.module.css';
import { NewPasswordField } from './NewPasswordField';
import { complaintFrom, complaintOf } from './password';
import { completeReset } from './resets';

interface ResetFormProps {
  token: string;
  onFailed: (error: unknown) => void;
  onDone: () => void;
}

export function ResetForm({ token, onFailed, onDone }: ResetFormProps) {
  const { t } = useTranslation('auth');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: (wished: string) => completeReset(token, wished),
    onSuccess: onDone,
    onError: onFailed,
  });
  const submit = () => {
    setTried(true);
    if (complaintOf(password, '') === null) change.mutate(password);
  };
  const refused = isProblem(change.error) && change.variables === password ? complaintFrom(change.error.errors['password']) : null;

  return (
    <Form className={styles.form} label={t('reset.title')} error={change.error} onSubmit={submit}>
      <p className={styles.lead}>{t('reset.lead')}</p>
      <NewPasswordField
        label={t('reset.password')}
        value={password}
        onChange={setPassword}
        complaint={(isTried ? complaintOf(password, '') : null) ?? refused}
      />
      <Button type="submit" variant="primary" isWide isPending={change.isPending}>
        {t('reset.submit')}
      </Button>
    </Form>
  );
}
