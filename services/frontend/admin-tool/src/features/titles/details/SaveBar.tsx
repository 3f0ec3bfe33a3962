import { Button } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './Rows.module.css';

interface SaveBarProps { isDirty: boolean; isSound: boolean; isPending: boolean; onDiscard: () => void }

export function SaveBar({ isDirty, isSound, isPending, onDiscard }: SaveBarProps) {
  const { t } = useTranslation('titles');
  return (
    <div className={styles.bar}>
      <p className={styles.status} role="status">{isDirty ? t(isSound ? 'unsavedChanges' : 'unsoundChanges') : t('allSaved')}</p>
      {isDirty && <Button variant="quiet" onPress={onDiscard}>{t('discard')}</Button>}
      <Button type="submit" variant="primary" isPending={isPending} isDisabled={!isDirty}>{t('save')}</Button>
    </div>
  );
}
