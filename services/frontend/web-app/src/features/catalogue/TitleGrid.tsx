import type { ReactNode } from 'react';
import { CardSkeletons } from './CardSkeletons';
import styles from './TitleGrid.module.css';

interface Props {
  label: string;
  /** List items. */
  children?: ReactNode;
  /** So many empty places at the end, while more is on its way. */
  waiting?: number;
}

/** Titles in as many columns as fit. */
export function TitleGrid({ label, children, waiting = 0 }: Props) {
  return (
    <ul className={styles.grid} aria-label={label} aria-busy={waiting > 0}>
      {children}
      {waiting > 0 && <CardSkeletons count={waiting} />}
    </ul>
  );
}
