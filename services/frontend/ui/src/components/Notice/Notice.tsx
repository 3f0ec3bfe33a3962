import type { ReactNode } from 'react';
import styles from './Notice.module.css';

export interface NoticeProps {
  kind?: 'plain' | 'good' | 'warning' | undefined;
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
