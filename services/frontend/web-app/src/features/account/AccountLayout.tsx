import { Icon, Select, type IconName } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import styles from './AccountLayout.module.css';

const places: readonly { to: string; key: string; icon: IconName }[] = [
  { to: '/account', key: 'details', icon: 'user' },
  { to: '/account/email', key: 'email', icon: 'mail' },
  { to: '/account/password', key: 'password', icon: 'lock' },
  { to: '/account/passkeys', key: 'passkeys', icon: 'key' },
  { to: '/account/two-step', key: 'twoStep', icon: 'shield' },
  { to: '/account/sessions', key: 'sessions', icon: 'device' },
  { to: '/account/privacy', key: 'privacy', icon: 'eye-off' },
  { to: '/account/preferences', key: 'preferences', icon: 'settings' },
  { to: '/profiles/manage', key: 'profiles', icon: 'people' },
];

/** The rooms of the account: beside the page where there is room, above it as one choice on a phone. */
export function Component() {
  const { t } = useTranslation('account');
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const here = places.find(({ to }) => to === pathname.replace(/\/+$/, ''))?.to ?? null;

  return (
    <div className={styles.layout}>
      <div className={styles.choice}>
        <Select
          label={t('navigation')}
          options={places.map(({ to, key }) => ({ id: to, label: t(`rooms.${key}`) }))}
          value={here}
          onChange={to => void navigate(to)}
        />
      </div>
      <nav className={styles.side} aria-label={t('navigation')}>
        <ul className={styles.links}>
          {places.map(({ to, key, icon }) => (
            <li key={to}>
              <NavLink to={to} end className={styles.link ?? ''}>
                <Icon name={icon} />
                {t(`rooms.${key}`)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.content}>
        <Outlet />
      </div>
    </div>
  );
}
