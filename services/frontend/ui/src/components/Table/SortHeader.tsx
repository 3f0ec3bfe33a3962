import { Icon } from '../Icon/Icon';
import { names } from '../names';
import { VisuallyHidden } from '../VisuallyHidden/VisuallyHidden';
import type { Sort, TableColumn } from './Table';
import styles from './Table.module.css';

interface SortHeaderProps<Row, Column extends string> {
  column: TableColumn<Row, Column>;
  sort: Sort<Column> | undefined;
  onSort: ((sort: Sort<Column>) => void) | undefined;
}

export function SortHeader<Row, Column extends string>({ column, sort, onSort }: SortHeaderProps<Row, Column>) {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const isSortable = Boolean(column.isSortable && onSort);
  const label = column.isLabelHidden ? <VisuallyHidden>{column.label}</VisuallyHidden> : column.label;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={isSortable ? (direction ?? 'none') : undefined}
      className={names(styles.header, column.align === 'end' && styles.end)}
    >
      {isSortable ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() =>
            onSort?.({ column: column.id, direction: direction === 'ascending' ? 'descending' : 'ascending' })
          }
        >
          {label}
          <Icon
            size="small"
            name={direction === undefined ? 'sort' : direction === 'ascending' ? 'chevron-up' : 'chevron-down'}
          />
        </button>
      ) : (
        label
      )}
    </th>
  );
}
