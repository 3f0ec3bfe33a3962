import { ApiProblem, explainBy, signOut } from '@streamix/api';
import { Button, Checkbox, Dialog, Form, TextField } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import styles from './account.module.css';
import { eraseAccount } from './privacyApi';
import { useProven } from './useProven';

interface EraseDialogProps {
  email: string;
  onClose: () => void;
}

/** Three locks before what nobody can undo: the address typed, the box ticked, and a proof of who it is. */
export function EraseDialog({ email, onClose }: EraseDialogProps) {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const proven = useProven();
  const [typed, setTyped] = useState('');
  const [isUnderstood, setUnderstood] = useState(false);
  const [isTried, setTried] = useState(false);
  const isSame = typed.trim().toLowerCase() === email.toLowerCase();

  const erase = useMutation({
    mutationFn: () => proven.run(afterProof(eraseAccount)),
    onSuccess: async erased => {
      if (erased === null) return;
      await navigate(`/erasure-receipt#receipt=${encodeURIComponent(erased.done)}`, { replace: true });
      // The session went with the account; every tab is told so.
      await signOut().catch(() => undefined);
    },
  });
  const submit = () => {
    setTried(true);
    if (isSame && isUnderstood) erase.mutate();
  };

  return (
    <Dialog title={t('erase.title')} isOpen onOpenChange={onClose} isDismissable={!erase.isPending}>
      <Form className={styles.form} label={t('erase.title')} error={erase.error} explain={explainBy({ 409: t('erase.lastAdmin'), 404: t('erase.already') })} onSubmit={submit}>
        <p>{t('erase.forGood')}</p>
        <TextField
          label={t('erase.type')}
          description={email}
          name="typed"
          type="email"
          value={typed}
          onChange={setTyped}
          error={isTried && !isSame && typed ? t('erase.notSame') : undefined}
          isRequired
        />
        <Checkbox value={isUnderstood} onChange={setUnderstood} error={isTried && !isUnderstood ? t('erase.tick') : undefined}>
          {t('erase.understood')}
        </Checkbox>
        <Button type="submit" variant="danger" isWide isPending={erase.isPending}>
          {t('erase.submit')}
        </Button>
        <Button variant="quiet" isWide onPress={onClose}>
          {t('erase.keep')}
        </Button>
      </Form>
      {proven.dialog}
    </Dialog>
  );
}

/** Wants a proof in any case, even of somebody who signed in a moment ago. */
function afterProof<T>(act: () => Promise<T>): () => Promise<T> {
  let isAsked = false;
  return async () => {
    if (isAsked) return act();
    isAsked = true;
    throw new ApiProblem({ status: 401, stepUp: { acr: null, maxAgeSeconds: 0 } });
  };
}
