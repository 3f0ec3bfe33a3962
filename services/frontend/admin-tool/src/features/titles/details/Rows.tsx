import { Button, Icon, IconButton } from '@streamix/ui';
import type { ReactNode } from 'react';
import styles from './Rows.module.css';

interface RowsProps {
  title: string;
  explanation?: string;
  count: number;
  row: (index: number) => ReactNode;
  nameOf: (index: number) => string;
  removeLabel: (index: number) => string;
  addLabel: string;
  onAdd: () => void;
  onRemove: (index: number) => void;
  children?: ReactNode;
}

/** A list of like fields that grows and shrinks. */
export function Rows({ title, explanation, count, row, nameOf, removeLabel, addLabel, onAdd, onRemove, children }: RowsProps) {
  return (
    <fieldset className={styles.rows}>
      <legend className={styles.legend}>{title}</legend>
      {explanation && <p className={styles.explanation}>{explanation}</p>}
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles.row} role="group" aria-label={nameOf(index)}>
          <div className={styles.fields}>{row(index)}</div>
          <IconButton icon="trash" label={removeLabel(index)} onPress={() => onRemove(index)} />
        </div>
      ))}
      {children}
      <div><Button icon={<Icon name="plus" />} onPress={onAdd}>{addLabel}</Button></div>
    </fieldset>
  );
}
