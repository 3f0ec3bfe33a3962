import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import { names } from '../names';
import styles from './Switch.module.css';

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style' | 'value'> {
  children: ReactNode;
  value?: boolean | undefined;
  description?: string | undefined;
}

export function Switch({ children, value, description, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} {...(value === undefined ? {} : { isSelected: value })} className={names(styles.switch)}>
      <span className={styles.words}>
        <span>{children}</span>
        {description && <span className={styles.description}>{description}</span>}
      </span>
      <span className={styles.track}>
        <span className={styles.knob} />
      </span>
    </AriaSwitch>
  );
}
