import { explainBy, isProblem, useMe } from '@streamix/api';
import { Button, Dialog, Form, Select, TextField, toast } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countriesIn } from '../auth/countries';
import styles from './account.module.css';
import { addAddress, readAddressVersion, replaceAddress, type Address, type AddressDraft } from './addressesApi';
import { useDraftKey } from './useDraftKey';

interface AddressDialogProps {
  address: Address | null;
  onClose: () => void;
  onSaved: () => unknown;
}

type Typed = 'label' | 'recipient' | 'line1' | 'line2' | 'postalCode' | 'city' | 'region';

const fields: readonly { name: Typed; autoComplete: string; isOptional?: boolean }[] = [
  { name: 'label', autoComplete: 'off' },
  { name: 'recipient', autoComplete: 'name' },
  { name: 'line1', autoComplete: 'address-line1' },
  { name: 'line2', autoComplete: 'address-line2', isOptional: true },
  { name: 'postalCode', autoComplete: 'postal-code', isOptional: true },
  { name: 'city', autoComplete: 'address-level2' },
  { name: 'region', autoComplete: 'address-level1', isOptional: true },
];
const longest = 200;

export function AddressDialog({ address, onClose, onSaved }: AddressDialogProps) {
  const { t, i18n } = useTranslation('account');
  const me = useMe();
  const [typed, setTyped] = useState(() => Object.fromEntries(fields.map(({ name }) => [name, address?.[name] ?? ''])) as Record<Typed, string>);
  const [country, setCountry] = useState(address?.country ?? me.data?.country ?? 'GB');
  const { keyFor, forget } = useDraftKey();
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);

  const save = useMutation({
    mutationFn: async (draft: AddressDraft) => {
      if (address === null) return addAddress(draft, keyFor(draft));
      const { address: present, etag } = await readAddressVersion(address.id);
      if (present.updatedAt !== address.updatedAt) throw new ChangedMeanwhile();
      return replaceAddress(address.id, draft, etag);
    },
    onSuccess: async () => {
      toast(t('saved'), { kind: 'success' });
      onClose();
      await onSaved();
    },
    onError: forget,
  });
  const submit = () => {
    const { line2, postalCode, region, ...rest } = typed;
    save.mutate({ ...rest, country, line2: line2 || null, postalCode: postalCode || null, region: region || null });
  };
  // Which countries have codes, and of which form, only the platform knows.
  const refused = isProblem(save.error) && save.error.errors['postalCode'] ? save.variables : undefined;
  const isSameCode = refused !== undefined && (refused.postalCode ?? '') === typed.postalCode;
  const postalCodeError = isSameCode ? t(typed.postalCode.trim() ? 'addresses.postalCodeWrong' : 'addresses.postalCodeMissing') : undefined;
  const explain = (error: unknown) => (error instanceof ChangedMeanwhile ? t('conflict.address') : explainBy({ 412: t('conflict.address') })(error));

  return (
    <Dialog title={t(address ? 'addresses.edit' : 'addresses.add')} isOpen onOpenChange={onClose}>
      <Form className={styles.form} label={t('addresses.title')} error={save.error} explain={explain} onSubmit={submit}>
        {fields.map(({ name, autoComplete, isOptional }) => (
          <TextField
            key={name}
            label={t(`addresses.${name}`)}
            name={name}
            autoComplete={autoComplete}
            description={name === 'postalCode' ? t('addresses.postalCodeHint') : undefined}
            error={name === 'postalCode' ? postalCodeError : undefined}
            maxLength={longest}
            value={typed[name]}
            onChange={value => setTyped(all => ({ ...all, [name]: value }))}
            isRequired={!isOptional}
          />
        ))}
        <Select label={t('place.country')} name="country" options={countries} value={country} onChange={setCountry} />
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t('save')}
        </Button>
      </Form>
    </Dialog>
  );
}

class ChangedMeanwhile extends Error {}
