import type { ReactNode } from 'react';
import { names } from '../names';
import styles from './Badge.module.css';

export type BadgeKind = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';

export interface BadgeProps {
  kind?: BadgeKind | undefined;
  children: ReactNode;
}

export function Badge({ kind = 'neutral', children }: BadgeProps) {
  return <span className={names(styles.badge, styles[kind])}>{children}</span>;
}
