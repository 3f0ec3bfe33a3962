import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { buttonClass, type ButtonSize, type ButtonVariant } from '../Button/Button';
import styles from './LinkButton.module.css';

export interface LinkButtonProps extends Omit<LinkProps, 'className' | 'style' | 'children'> {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
  isWide?: boolean | undefined;
  children: ReactNode;
}

export function LinkButton({ variant = 'secondary', size = 'medium', icon, isWide, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonClass(variant, size, isWide)}>
      <span className={styles.content}>
        {icon}
        {children}
      </span>
    </Link>
  );
}
