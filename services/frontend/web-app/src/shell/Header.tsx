import { useMe } from '@streamix/api';
import { Icon, type IconName } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Brand } from './Brand';
import styles from './Header.module.css';
import { LanguageMenu } from './LanguageMenu';
import { ProfileMenu } from './ProfileMenu';
import { ThemeMenu } from './ThemeMenu';

export function Header() {
  const { t } = useTranslation('common');
  const { data: me } = useMe();
  return (
    <header className={styles.header}>
      <Brand />
      {me && (
        <nav aria-label={t('header.navigation')} className={styles.nav}>
          <Way icon="home" label={t('header.home')} to="/" />
          <Way icon="search" label={t('header.search')} to="/search" />
        </nav>
      )}
      <div className={styles.tools}>
        <LanguageMenu />
        <ThemeMenu />
        <ProfileMenu />
      </div>
    </header>
  );
}

function Way({ icon, label, to }: { icon: IconName; label: string; to: string }) {
  return (
    <NavLink aria-label={label} className={styles.link} end={to === '/'} to={to}>
      <Icon name={icon} />
      <span className={styles.wide}>{label}</span>
    </NavLink>
  );
}
