import { Button } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './RowTrouble.module.css';

/** One row did not come; the others are not touched by it. */
export function RowTrouble({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('catalogue');
  return (
    <li className={styles.trouble} role="alert">
      <span>{t('row.failed')}</span>
      <Button variant="secondary" onPress={onRetry}>{t('row.retry')}</Button>
    </li>
  );
}
