import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { Table, type TableColumn } from './Table';

interface Job {
  title: string;
  state: string;
}

const jobs: Job[] = [
  { title: 'Salt Roads', state: 'Ready' },
  { title: 'Tin Moon', state: 'Failed' },
];
const columns: TableColumn<Job>[] = [
  { id: 'title', label: 'Title', isSortable: true, cell: job => job.title },
  { id: 'state', label: 'State', cell: job => job.state },
];

test('Table_WithRows_HasHeadersAndCaption', async () => {
  await renderUi(<Table caption="Jobs" columns={columns} rows={jobs} rowKey={job => job.title} />);
  const row = screen.getByRole('row', { name: /Tin Moon/ });
  expect(within(row).getByRole('rowheader')).toHaveTextContent('Tin Moon');
  expect(within(row).getByRole('cell')).toHaveAttribute('data-label', 'State');
  expect(screen.getByRole('table', { name: 'Jobs' })).toBeInTheDocument();
});

test('Table_SortedColumnPressed_TurnsRound', async () => {
  const onSort = vi.fn();
  const sort = { column: 'title', direction: 'ascending' } as const;
  await renderUi(<Table caption="Jobs" columns={columns} rows={jobs} rowKey={job => job.title} {...{ sort, onSort }} />);
  expect(screen.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'ascending');
  await userEvent.click(screen.getByRole('button', { name: 'Title' }));
  expect(onSort).toHaveBeenCalledExactlyOnceWith({ column: 'title', direction: 'descending' });
});

test('Table_WithoutRows_ShowsWhatIsGivenForIt', async () => {
  await renderUi(<Table caption="Jobs" columns={columns} rows={[]} rowKey={job => job.title} empty={<p>No jobs</p>} />);
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  expect(screen.getByText('No jobs')).toBeVisible();
});
