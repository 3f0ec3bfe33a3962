import { Badge, Button, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import type { Passkey } from './passkeysApi';

interface PasskeyItemProps {
  passkey: Passkey;
  isBusy: boolean;
  onRename: () => void;
  onRemove: () => void;
}

export function PasskeyItem({ passkey, isBusy, onRename, onRemove }: PasskeyItemProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const { name, synced, createdAt, lastUsedAt } = passkey;
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span className={styles.name}>
          <bdi>{name}</bdi> {synced && <Badge kind="info">{t('passkeys.synced')}</Badge>}
        </span>
        <span className={styles.facts}>{t('passkeys.created', { date: format.date(createdAt) })}</span>
        <span className={styles.facts}>{lastUsedAt ? t('passkeys.used', { time: format.relative(lastUsedAt) }) : t('passkeys.neverUsed')}</span>
      </div>
      <div className={styles.actions}>
        <Button size="small" aria-label={t('passkeys.renameOne', { name })} onPress={onRename}>
          {t('passkeys.rename')}
        </Button>
        <Button size="small" variant="quiet" aria-label={t('passkeys.removeOne', { name })} isPending={isBusy} onPress={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </li>
  );
}
