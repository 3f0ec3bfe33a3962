import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { names } from '../names';
import { Spinner } from './Spinner';
import styles from './Button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
  isWide?: boolean | undefined;
  children: ReactNode;
}

export function Button({ variant = 'secondary', size = 'medium', icon, isWide, children, ...rest }: ButtonProps) {
  const { t } = useTranslation('ui');
  return (
    <AriaButton {...rest} className={buttonClass(variant, size, isWide)}>
      {({ isPending }) => (
        <>
          <span className={names(styles.content, isPending && styles.hidden)}>
            {icon}
            {children}
          </span>
          {isPending && <Spinner label={t('working')} />}
        </>
      )}
    </AriaButton>
  );
}

export function buttonClass(variant: ButtonVariant, size: ButtonSize, isWide?: boolean) {
  return names(styles.button, styles[variant], styles[size], isWide && styles.wide);
}
