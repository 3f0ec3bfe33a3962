import type { ReactNode } from 'react';
import { names } from '../names';
import { SortHeader } from './SortHeader';
import styles from './Table.module.css';

export interface Sort<Column extends string = string> {
  column: Column;
  direction: 'ascending' | 'descending';
}

export interface TableColumn<Row, Column extends string = string> {
  id: Column;
  label: string;
  cell: (row: Row) => ReactNode;
  isSortable?: boolean | undefined;
  align?: 'start' | 'end' | undefined;
  /** The cell naming its row; the first column unless told. */
  isRowHeader?: boolean | undefined;
  isLabelHidden?: boolean | undefined;
}

export interface TableProps<Row, Column extends string = string> {
  columns: readonly TableColumn<Row, Column>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  caption: string;
  sort?: Sort<Column> | undefined;
  onSort?: ((sort: Sort<Column>) => void) | undefined;
  empty?: ReactNode;
  isCaptionVisible?: boolean | undefined;
}

/** A true table; below 640 px every row becomes a card. The roles are spelt out because `display` would take them. */
export function Table<Row, Column extends string = string>(props: TableProps<Row, Column>) {
  const { columns, rows, rowKey, caption, sort, onSort, empty, isCaptionVisible } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  const hasHeader = columns.some(column => column.isRowHeader);

  return (
    <div className={styles.frame}>
      <table role="table" className={styles.table}>
        <caption className={isCaptionVisible ? styles.caption : styles.unseen}>{caption}</caption>
        <thead role="rowgroup" className={styles.head}>
          <tr role="row">
            {columns.map(column => (
              <SortHeader key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(row => (
            <tr role="row" key={rowKey(row)} className={styles.row}>
              {columns.map((column, index) => {
                const isHeader = column.isRowHeader ?? (!hasHeader && index === 0);
                const Cell = isHeader ? 'th' : 'td';
                return (
                  <Cell
                    key={column.id}
                    role={isHeader ? 'rowheader' : 'cell'}
                    scope={isHeader ? 'row' : undefined}
                    data-label={column.isLabelHidden || isHeader ? undefined : column.label}
                    className={names(styles.cell, column.align === 'end' && styles.end)}
                  >
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
