import { Badge, Button } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import type { Address } from './addressesApi';

interface AddressItemProps {
  address: Address;
  isBusy: boolean;
  onEdit: () => void;
  onPrefer: () => void;
  onRemove: () => void;
}

export function AddressItem({ address, isBusy, onEdit, onPrefer, onRemove }: AddressItemProps) {
  const { t, i18n } = useTranslation('account');
  const country = new Intl.DisplayNames([i18n.language], { type: 'region' }).of(address.country) ?? address.country;
  const { label, recipient, line1, line2, postalCode, city, region } = address;
  const lines = [recipient, line1, line2, [postalCode, city].filter(Boolean).join(' '), region, country].filter(line => line !== null && line !== '');
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span className={styles.name}>
          {label} {address.isDefault && <Badge kind="accent">{t('addresses.default')}</Badge>}
        </span>
        <bdi className={styles.facts}>{lines.join(', ')}</bdi>
      </div>
      <div className={styles.actions}>
        <Button size="small" aria-label={t('addresses.editOne', { name: label })} onPress={onEdit}>
          {t('edit')}
        </Button>
        {!address.isDefault && (
          <Button size="small" variant="quiet" aria-label={t('addresses.preferOne', { name: label })} isPending={isBusy} onPress={onPrefer}>
            {t('addresses.prefer')}
          </Button>
        )}
        <Button size="small" variant="quiet" aria-label={t('addresses.removeOne', { name: label })} onPress={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </li>
  );
}
