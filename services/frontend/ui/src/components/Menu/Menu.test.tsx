import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { IconButton } from '../IconButton/IconButton';
import { Menu } from './Menu';

const items = [
  { id: 'edit', label: 'Edit' },
  { id: 'delete', label: 'Delete', danger: true },
] as const;

test('Menu_ItemChosenByKeyboard_GivesItsId', async () => {
  const onAction = vi.fn();
  await renderUi(<Menu trigger={<IconButton icon="more" label="More" />} items={items} onAction={onAction} />);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
  expect(onAction).toHaveBeenCalledExactlyOnceWith('delete');
});

test('Menu_Escape_GivesFocusBack', async () => {
  await renderUi(<Menu trigger={<IconButton icon="more" label="More" />} items={items} onAction={() => undefined} />);
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  expect(screen.getByRole('menuitem', { name: 'Edit' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
});
