import { Dialog, IconButton } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Header.module.css';
import { Navigation } from './Navigation';

/** The navigation, where there is no room for it at the side. */
export function NavigationButton({ roles }: { roles: readonly string[] }) {
  const { t } = useTranslation('common');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.menu}>
      <IconButton icon="menu" label={t('navigation.open')} onPress={() => setOpen(true)} />
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={t('navigation.label')}>
        <Navigation onGo={() => setOpen(false)} roles={roles} />
      </Dialog>
    </div>
  );
}
