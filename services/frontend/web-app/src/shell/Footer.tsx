import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './Footer.module.css';

export function Footer() {
  const { t } = useTranslation('common');
  return (
    <footer className={styles.footer}>
      <p>{t('footer.about')}</p>
      <Link className={styles.link} to="/credits">{t('footer.credits')}</Link>
    </footer>
  );
}
