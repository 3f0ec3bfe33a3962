import { Icon } from '@streamix/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { navigationFor, type Section } from './navigation';
import styles from './Navigation.module.css';

interface NavigationProps {
  roles: readonly string[];
  onGo?: () => void;
}

export function Navigation({ roles, onGo }: NavigationProps) {
  const { t } = useTranslation('common');
  return (
    <nav aria-label={t('navigation.label')} className={styles.navigation}>
      {navigationFor(roles).map(section => <Group key={section.label} section={section} onGo={onGo} />)}
    </nav>
  );
}

function Group({ section, onGo }: { section: Section; onGo: (() => void) | undefined }) {
  const { t } = useTranslation('common');
  const id = useId();
  return (
    <div>
      <p className={styles.heading} id={id}>{t(section.label)}</p>
      <ul aria-labelledby={id} className={styles.list}>
        {section.entries.map(({ to, label, icon }) => (
          <li key={to}>
            <NavLink className={styles.link} end={to === '/'} onClick={onGo} to={to}>
              <Icon name={icon} />
              {t(label)}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
