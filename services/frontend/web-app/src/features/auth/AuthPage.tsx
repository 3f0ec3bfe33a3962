import { Card, Page } from '@streamix/ui';
import type { ReactNode } from 'react';
import styles from './AuthPage.module.css';

interface AuthPageProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}

/** One narrow card in the middle: how all pages around signing in look. */
export function AuthPage({ title, lead, children, footer }: AuthPageProps) {
  return (
    <Page title={title} width="narrow">
      <div className={styles.frame}>
        {lead && <p className={styles.lead}>{lead}</p>}
        <Card>
          <div className={styles.form}>{children}</div>
        </Card>
        {footer && <div className={styles.links}>{footer}</div>}
      </div>
    </Page>
  );
}
