import type { ReactNode } from 'react';
import styles from './AuthPage.module.css';

interface NoticeProps {
  kind?: 'plain' | 'good' | 'warning';
  children: ReactNode;
}

/** A sentence that is read out when it appears. */
export function Notice({ kind = 'plain', children }: NoticeProps) {
  return (
    <p role="status" className={styles.notice} data-kind={kind}>
      {children}
    </p>
  );
}
