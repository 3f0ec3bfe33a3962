import type { ReactNode } from 'react';
import { names } from '../names';
import styles from './Card.module.css';

export interface CardProps {
  children: ReactNode;
  title?: string | undefined;
  level?: 2 | 3 | undefined;
  actions?: ReactNode;
  padding?: 'none' | 'medium' | 'large' | undefined;
  as?: 'div' | 'section' | 'article' | 'li' | undefined;
}

export function Card({ children, title, level = 2, actions, padding = 'medium', as: Element = 'div' }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Element className={names(styles.card, styles[padding])}>
      {(title || actions) && (
        <header className={styles.header}>
          {title && <Heading className={styles.title}>{title}</Heading>}
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      {children}
    </Element>
  );
}
