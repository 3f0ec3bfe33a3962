import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './Brand.module.css';

export function Brand() {
  const { t } = useTranslation('common');
  return (
    <Link aria-label={t('brand.home')} className={styles.brand} to="/">
      <svg aria-hidden="true" className={styles.mark} viewBox="0 0 32 32">
        <rect height="32" rx="9" width="32" />
        <path d="M12 9.2v13.6a1 1 0 0 0 1.5.86l11.4-6.8a1 1 0 0 0 0-1.72L13.5 8.34a1 1 0 0 0-1.5.86Z" />
      </svg>
      <span className={styles.name}>Streamix</span>
    </Link>
  );
}
