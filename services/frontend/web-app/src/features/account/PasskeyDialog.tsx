import { makePasskey, PasskeyTrouble } from '@streamix/account';
import { explainBy, isProblem } from '@streamix/api';
import { Button, Dialog, Form, TextField, toast } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import { beginPasskey, registerPasskey, renamePasskey, type Passkey } from './passkeysApi';
import { useProven } from './useProven';

interface PasskeyDialogProps {
  /** Null: one is to be made. */
  passkey: Passkey | null;
  onClose: () => void;
  onSaved: () => unknown;
}

const longestName = 100;

/** Names a passkey, a new one or one that is there. */
export function PasskeyDialog({ passkey, onClose, onSaved }: PasskeyDialogProps) {
  const { t } = useTranslation('account');
  const [name, setName] = useState(passkey?.name ?? '');
  const proven = useProven();
  const save = useMutation({
    mutationFn: async (wish: string) => {
      if (passkey !== null) return { done: await renamePasskey(passkey.id, wish) };
      const begun = await proven.run(beginPasskey);
      if (begun === null) return null;
      const { challenge, options } = begun.done;
      const credential = await makePasskey(options);
      return proven.run(() => registerPasskey(challenge, credential, wish));
    },
    onSuccess: async saved => {
      if (saved === null) return;
      toast(t(passkey ? 'passkeys.renamed' : 'passkeys.added'), { kind: 'success' });
      onClose();
      await onSaved();
    },
  });
  const refusal = isProblem(save.error) ? save.error : null;

  return (
    <Dialog size="small" title={t(passkey ? 'passkeys.rename' : 'passkeys.add')} isOpen onOpenChange={onClose}>
      <Form className={styles.form} label={t('passkeys.title')} error={refusal} explain={explainBy({ 409: t('passkeys.conflict'), 422: t('passkeys.refused') })} onSubmit={() => save.mutate(name.trim())}>
        <TextField
          label={t('passkeys.name')}
          description={t('passkeys.nameHint')}
          name="name"
          maxLength={longestName}
          value={name}
          onChange={setName}
          isRequired
          autoFocus
        />
        {refusal === null && <PasskeyTrouble error={save.error} />}
        <Button type="submit" variant="primary" isWide isPending={save.isPending}>
          {t(passkey ? 'save' : 'passkeys.make')}
        </Button>
      </Form>
      {proven.dialog}
    </Dialog>
  );
}
