import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { names } from '../names';
import { arrivedAt } from './arrival';
import styles from './Page.module.css';

export interface PageProps {
  title: string;
  children: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  width?: 'narrow' | 'medium' | 'wide' | 'full' | undefined;
  /** For pages whose heading is drawn elsewhere, as in a picture: it stays for those who cannot see it. */
  isTitleHidden?: boolean | undefined;
}

export function Page({ title, children, lead, actions, width = 'wide', isTitleHidden }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const { t } = useTranslation('ui');

  useEffect(() => {
    document.title = t('pageTitle', { title });
  }, [title, t]);

  useEffect(() => {
    if (arrivedAt(pathname) && !document.activeElement?.matches('input, textarea')) heading.current?.focus();
  }, [pathname]);

  return (
    <div className={names(styles.page, styles[width])}>
      <header className={names(styles.header, isTitleHidden && styles.unseen)}>
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
