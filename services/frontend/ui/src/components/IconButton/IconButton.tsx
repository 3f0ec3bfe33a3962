import type { ReactElement } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon, type IconName } from '../Icon/Icon';
import { names } from '../names';
import { Tooltip } from '../Tooltip/Tooltip';
import styles from './IconButton.module.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  label: string;
  icon: IconName | ReactElement;
  variant?: 'quiet' | 'solid' | 'glass' | undefined;
  hasTooltip?: boolean | undefined;
}

export function IconButton({ label, icon, variant = 'quiet', hasTooltip = true, ...rest }: IconButtonProps) {
  const button = (
    <AriaButton {...rest} aria-label={label} className={names(styles.button, styles[variant])}>
      {typeof icon === 'string' ? <Icon name={icon} /> : icon}
    </AriaButton>
  );
  return hasTooltip ? <Tooltip text={label}>{button}</Tooltip> : button;
}
