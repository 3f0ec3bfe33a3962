import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { names } from '../names';
import styles from './Tooltip.module.css';

export interface TooltipProps {
  text: string;
  children: ReactElement;
  placement?: 'top' | 'bottom' | 'start' | 'end' | undefined;
}

export function Tooltip({ text, children, placement = 'top' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip offset={6} placement={placement} className={names(styles.tooltip)}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
