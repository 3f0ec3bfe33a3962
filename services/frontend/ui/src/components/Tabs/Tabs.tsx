import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { names } from '../names';
import styles from './Tabs.module.css';

export interface TabItem<Id extends string = string> {
  id: Id;
  label: string;
  content: ReactNode;
  isDisabled?: boolean | undefined;
}

export interface TabsProps<Id extends string = string> {
  items: readonly TabItem<Id>[];
  label?: string | undefined;
  selected?: Id | undefined;
  onSelect?: ((id: Id) => void) | undefined;
}

export function Tabs<Id extends string = string>({ items, label, selected, onSelect }: TabsProps<Id>) {
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      className={names(styles.tabs)}
      onSelectionChange={key => {
        const item = items.find(candidate => candidate.id === key);
        if (item) onSelect?.(item.id);
      }}
    >
      <TabList {...(label ? { 'aria-label': label } : {})} className={names(styles.list)}>
        {items.map(item => (
          <Tab key={item.id} id={item.id} isDisabled={item.isDisabled ?? false} className={names(styles.tab)}>
            {item.label}
          </Tab>
        ))}
      </TabList>
      {items.map(item => (
        <TabPanel key={item.id} id={item.id} className={names(styles.panel)}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
