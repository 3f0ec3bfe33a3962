import { useTranslation } from 'react-i18next';
import { Button } from '../Button/Button';
import styles from './Pager.module.css';

export interface PagerProps {
  hasMore: boolean;
  onMore: () => unknown;
  isLoading?: boolean | undefined;
  label?: string | undefined;
}

export function Pager({ hasMore, onMore, isLoading, label }: PagerProps) {
  const { t } = useTranslation('ui');
  if (!hasMore) return null;
  return (
    <div className={styles.pager}>
      <Button isPending={isLoading ?? false} onPress={() => void onMore()}>
        {label ?? t('showMore')}
      </Button>
    </div>
  );
}
