import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon, type IconName } from '../Icon/Icon';
import { names } from '../names';
import lists from '../fields/lists.module.css';
import styles from './Menu.module.css';

export interface MenuItem<Id extends string = string> {
  id: Id;
  label: string;
  icon?: IconName | ReactElement | undefined;
  danger?: boolean | undefined;
  isDisabled?: boolean | undefined;
}

export interface MenuProps<Id extends string = string> {
  /** A Button or IconButton. */
  trigger: ReactNode;
  items: readonly MenuItem<Id>[];
  onAction: (id: Id) => void;
  label?: string | undefined;
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | undefined;
}

export function Menu<Id extends string = string>({ trigger, items, onAction, label, placement = 'bottom end' }: MenuProps<Id>) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={names(lists.popover)} placement={placement} offset={4}>
        <AriaMenu
          {...(label ? { 'aria-label': label } : {})}
          className={names(lists.list)}
          items={items}
          onAction={key => {
            const item = items.find(candidate => candidate.id === key);
            if (item) onAction(item.id);
          }}
        >
          {item => (
            <AriaMenuItem
              id={item.id}
              textValue={item.label}
              isDisabled={item.isDisabled ?? false}
              className={names(lists.item, styles.item, item.danger && styles.danger)}
            >
              {typeof item.icon === 'string' ? <Icon name={item.icon} /> : item.icon}
              <span>{item.label}</span>
            </AriaMenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
