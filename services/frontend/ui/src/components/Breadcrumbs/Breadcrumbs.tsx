import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../Icon/Icon';
import styles from './Breadcrumbs.module.css';

export interface Crumb {
  label: string;
  /** Left out for the page one is on. */
  to?: string | undefined;
}

export interface BreadcrumbsProps {
  items: readonly Crumb[];
  label?: string | undefined;
}

export function Breadcrumbs({ items, label }: BreadcrumbsProps) {
  const { t } = useTranslation('ui');
  return (
    <nav aria-label={label ?? t('pagesAbove')}>
      <ol className={styles.list}>
        {items.map((item, index) => (
          <li key={item.to ?? item.label} className={styles.item}>
            {index > 0 && <Icon name="chevron-end" size="small" />}
            {item.to ? (
              <Link to={item.to} className={styles.link}>
                {item.label}
              </Link>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
