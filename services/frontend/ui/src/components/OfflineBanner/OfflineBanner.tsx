import { useTranslation } from 'react-i18next';
import { Icon } from '../Icon/Icon';
import styles from './OfflineBanner.module.css';
import { useOnline } from './useOnline';

export function OfflineBanner() {
  const { t } = useTranslation('ui');
  const isOnline = useOnline();
  return (
    <div role="status" className={styles.place}>
      {!isOnline && (
        <p className={styles.banner}>
          <Icon name="wifi-off" />
          {t('offlineBanner')}
        </p>
      )}
    </div>
  );
}
