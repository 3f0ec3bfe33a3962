import { api, explainBy, isProblem, type Schemas, unwrap, useMe } from '@streamix/api';
import { Button, Card, Form, LinkButton, Page, PasswordField, toast } from '@streamix/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewPasswordField } from '../auth/NewPasswordField';
import { complaintFrom, complaintOf } from '../auth/password';
import styles from './account.module.css';

type Change = Schemas['AuthIdentity.PasswordChange'];

/** Another password: whoever used the old one elsewhere has to sign in again. */
export function Component() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const email = useMe().data?.email ?? '';
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isTried, setTried] = useState(false);

  const change = useMutation({
    mutationFn: async (body: Change) => {
      await unwrap(api.PUT('/api/v1/identity/password', { body }));
    },
    onSuccess: () => {
      setCurrent('');
      setNext('');
      setTried(false);
      toast(t('password.done'), { kind: 'success' });
      void queries.invalidateQueries({ queryKey: ['account'] });
    },
  });
  const refused = isProblem(change.error) ? change.error.errors : {};
  const isWrong = refused['currentPassword'] !== undefined && change.variables?.currentPassword === current;
  const complaint = (isTried ? complaintOf(next, email) : null) ?? (change.variables?.newPassword === next ? complaintFrom(refused['newPassword']) : null);
  const submit = () => {
    setTried(true);
    if (complaintOf(next, email) === null) change.mutate({ currentPassword: current, newPassword: next });
  };

  return (
    <Page title={t('rooms.password')} lead={t('password.lead')} width="medium">
      <Card as="section" title={t('password.title')}>
        <Form
          className={styles.form}
          label={t('password.title')}
          error={change.error}
          explain={explainBy({ 409: t('password.meanwhile'), 422: t('password.refused') })}
          onSubmit={submit}
        >
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            label={t('password.current')}
            name="currentPassword"
            value={current}
            onChange={setCurrent}
            error={isWrong ? t('password.wrong') : undefined}
            isRequired
          />
          <NewPasswordField name="newPassword" label={t('password.next')} value={next} onChange={setNext} complaint={complaint} />
          <div className={styles.actions}>
            <Button type="submit" variant="primary" isPending={change.isPending}>
              {t('password.submit')}
            </Button>
            <LinkButton to="/forgot-password" variant="quiet">
              {t('password.forgot')}
            </LinkButton>
          </div>
        </Form>
      </Card>
    </Page>
  );
}
