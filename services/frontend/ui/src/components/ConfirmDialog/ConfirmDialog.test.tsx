import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { ConfirmDialog } from './ConfirmDialog';

const words = { title: 'Delete?', body: 'It cannot be undone.', confirmLabel: 'Delete', danger: true, isOpen: true };

test('ConfirmDialog_Confirmed_ClosesOnceTheWorkIsDone', async () => {
  const onOpenChange = vi.fn();
  let done: () => void = () => undefined;
  const work = new Promise<void>(resolve => (done = resolve));
  await renderUi(<ConfirmDialog {...words} onConfirm={() => work} onOpenChange={onOpenChange} />);
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
  expect(onOpenChange).not.toHaveBeenCalled();
  done();
  await waitFor(() => expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false));
});

test('ConfirmDialog_WorkFails_StaysOpen', async () => {
  const onOpenChange = vi.fn();
  const onConfirm = vi.fn(() => Promise.reject(new Error('refused')));
  await renderUi(<ConfirmDialog {...words} onConfirm={onConfirm} onOpenChange={onOpenChange} />);
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Delete' })).toBeEnabled());
  expect(onConfirm).toHaveBeenCalledOnce();
  expect(onOpenChange).not.toHaveBeenCalled();
});

test('ConfirmDialog_Dangerous_FocusesTheWayOut', async () => {
  await renderUi(<ConfirmDialog {...words} onConfirm={() => undefined} onOpenChange={() => undefined} />);
  await waitFor(() => expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus());
});
