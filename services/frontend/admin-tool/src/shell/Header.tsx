import { signOut, type Me } from '@streamix/api';
import { Avatar, Button, Menu, toast } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './Header.module.css';
import { LanguageMenu } from './LanguageMenu';
import { NavigationButton } from './NavigationButton';
import { ThemeMenu } from './ThemeMenu';

export function Header({ me }: { me: Me }) {
  const { t } = useTranslation('common');
  const act = (id: string) => {
    if (id === 'sign-out') signOut().catch(() => toast(t('signOut.failed'), { kind: 'danger' }));
    else window.location.assign(id);
  };
  return (
    <header className={styles.header}>
      <NavigationButton roles={me.roles} />
      <Link className={styles.brand} to="/">{t('brand')}</Link>
      <div className={styles.tools}>
        <LanguageMenu />
        <ThemeMenu />
        <Menu
          items={[
            { id: '/', label: t('personMenu.webApp'), icon: 'play' },
            { id: '/account', label: t('personMenu.account'), icon: 'user' },
            { id: 'sign-out', label: t('personMenu.signOut'), icon: 'sign-out' },
          ]}
          onAction={act}
          trigger={<Button aria-label={t('personMenu.open', { name: me.displayName })} variant="quiet"><Avatar name={me.displayName} size="small" /></Button>}
        />
      </div>
    </header>
  );
}
