import { Button, Card, ConfirmDialog, EmptyState, Icon, toast } from '@streamix/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import { AddressDialog } from './AddressDialog';
import { AddressItem } from './AddressItem';
import { addressesKey, listAddresses, makeDefaultAddress, removeAddress, type Address } from './addressesApi';
import { Loaded } from './Loaded';

export function AddressesSection() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const addresses = useQuery({ queryKey: addressesKey, queryFn: ({ signal }) => listAddresses(signal) });
  const [edited, setEdited] = useState<Address | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Address | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: addressesKey });
  const sayFailed = () => toast(t('failed'), { kind: 'danger' });

  const prefer = useMutation({ mutationFn: makeDefaultAddress, onSuccess: refresh, onError: sayFailed });
  const remove = useMutation({ mutationFn: removeAddress, onSuccess: refresh, onError: sayFailed });
  const add = (
    <Button icon={<Icon name="plus" />} onPress={() => setEdited('new')}>
      {t('addresses.add')}
    </Button>
  );

  return (
    <Card as="section" title={t('addresses.title')} actions={addresses.data?.length ? add : undefined}>
      <Loaded query={addresses} height="9rem">
        {list =>
          list.length === 0 ? (
            <EmptyState level={3} icon="home" title={t('addresses.none')} body={t('addresses.noneBody')} action={add} />
          ) : (
            <ul className={styles.list}>
              {list.map(address => (
                <AddressItem
                  key={address.id}
                  address={address}
                  isBusy={prefer.isPending && prefer.variables === address.id}
                  onEdit={() => setEdited(address)}
                  onPrefer={() => prefer.mutate(address.id)}
                  onRemove={() => setLeaving(address)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {edited !== null && <AddressDialog address={edited === 'new' ? null : edited} onClose={() => setEdited(null)} onSaved={refresh} />}
      <ConfirmDialog
        danger
        title={t('addresses.removeTitle')}
        body={leaving?.label ?? ''}
        confirmLabel={t('remove')}
        isOpen={leaving !== null}
        onOpenChange={open => {
          if (!open) setLeaving(null);
        }}
        onConfirm={() => (leaving ? remove.mutateAsync(leaving.id) : undefined)}
      />
    </Card>
  );
}
