import { passkeysSupported } from '@streamix/account';
import { Button, Card, ConfirmDialog, EmptyState, Icon, Notice, Page, toast } from '@streamix/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import { Loaded } from './Loaded';
import { PasskeyDialog } from './PasskeyDialog';
import { PasskeyItem } from './PasskeyItem';
import { listPasskeys, passkeysKey, removePasskey, type Passkey } from './passkeysApi';
import { useProven } from './useProven';

/** Keys that sign in without a password. */
export function Component() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const passkeys = useQuery({ queryKey: passkeysKey, queryFn: ({ signal }) => listPasskeys(signal) });
  const [named, setNamed] = useState<Passkey | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  const proven = useProven();
  const refresh = () => queries.invalidateQueries({ queryKey: ['account'] });

  const remove = useMutation({
    mutationFn: (id: string) => proven.run(() => removePasskey(id)),
    onSuccess: async removed => {
      if (!removed) return;
      toast(t('passkeys.removed'), { kind: 'success' });
      await refresh();
    },
    onError: () => toast(t('failed'), { kind: 'danger' }),
  });
  const add = (
    <Button variant="primary" icon={<Icon name="plus" />} isDisabled={!passkeysSupported()} onPress={() => setNamed('new')}>
      {t('passkeys.add')}
    </Button>
  );

  return (
    <Page title={t('rooms.passkeys')} lead={t('passkeys.lead')} width="medium">
      {!passkeysSupported() && <Notice kind="warning">{t('passkeys.unsupported')}</Notice>}
      <Card as="section" title={t('passkeys.title')} actions={passkeys.data?.length ? add : undefined}>
        <Loaded query={passkeys} height="9rem">
          {list =>
            list.length === 0 ? (
              <EmptyState level={3} icon="key" title={t('passkeys.none')} body={t('passkeys.noneBody')} action={add} />
            ) : (
              <ul className={styles.list}>
                {list.map(passkey => (
                  <PasskeyItem
                    key={passkey.id}
                    passkey={passkey}
                    isBusy={remove.isPending && remove.variables === passkey.id}
                    onRename={() => setNamed(passkey)}
                    onRemove={() => setLeaving(passkey)}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
      {named !== null && <PasskeyDialog passkey={named === 'new' ? null : named} onClose={() => setNamed(null)} onSaved={refresh} />}
      <ConfirmDialog
        danger
        title={t('passkeys.removeTitle', { name: leaving?.name ?? '' })}
        body={t('passkeys.removeBody')}
        confirmLabel={t('passkeys.remove')}
        isOpen={leaving !== null}
        onOpenChange={open => {
          if (!open) setLeaving(null);
        }}
        onConfirm={() => {
          if (leaving) remove.mutate(leaving.id);
        }}
      />
      {proven.dialog}
    </Page>
  );
}
