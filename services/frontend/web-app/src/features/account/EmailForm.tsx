import { api, explainBy, isProblem, unwrap } from '@streamix/api';
import { Button, Card, Form, TextField } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import { useDraftKey } from './useDraftKey';
import { useProven } from './useProven';

interface EmailFormProps {
  email: string;
  onBegun: (changeId: string) => void;
}

export function EmailForm({ email, onBegun }: EmailFormProps) {
  const { t } = useTranslation('account');
  const [newEmail, setNewEmail] = useState('');
  const proven = useProven();
  const { keyFor, forget } = useDraftKey();
  const begin = useMutation({
    mutationFn: (wish: string) => proven.run(() => askForChange(wish, keyFor(wish))),
    onSuccess: begun => {
      if (begun) onBegun(begun.done);
    },
    onError: forget,
  });
  const isSame = newEmail.trim().toLowerCase() === email.toLowerCase();
  const [isTried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (!isSame) begin.mutate(newEmail.trim());
  };
  const isRefused = isProblem(begin.error) && begin.error.errors['newEmail'] !== undefined && begin.variables === newEmail.trim();

  return (
    <Card as="section" title={t('email.title')}>
      <Form
        className={styles.form}
        label={t('email.title')}
        error={begin.error}
        explain={explainBy({ 409: t('email.busy'), 422: t('email.wrong') })}
        onSubmit={submit}
      >
        <p>
          {t('email.present')} <bdi className={styles.address}>{email}</bdi>
        </p>
        <TextField
          label={t('email.next')}
          description={t('email.nextHint')}
          name="newEmail"
          type="email"
          autoComplete="email"
          value={newEmail}
          onChange={setNewEmail}
          error={isTried && isSame && newEmail ? t('email.same') : isRefused ? t('email.wrong') : undefined}
          isRequired
        />
        <div className={styles.actions}>
          <Button type="submit" variant="primary" isPending={begin.isPending}>
            {t('email.submit')}
          </Button>
        </div>
      </Form>
      {proven.dialog}
    </Card>
  );
}

async function askForChange(newEmail: string, key: string): Promise<string> {
  const { id } = await unwrap(api.POST('/api/v1/account/email-changes', { params: { header: { 'Idempotency-Key': key } }, body: { newEmail } }));
  return id;
}
