import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { toast, toasts } from './toast';

afterEach(() => act(() => toasts.clear()));

test('Toast_Shown_IsAnnouncedAndCanBeClosed', async () => {
  await renderUi(null);
  act(() => void toast('Saved to your list.', { kind: 'success' }));
  expect(await screen.findByRole('alertdialog', { name: 'Saved to your list.' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByText('Saved to your list.')).not.toBeInTheDocument());
});

test('Toast_ActionPressed_ActsAndCloses', async () => {
  const onAction = vi.fn();
  await renderUi(null);
  act(() => void toast('Removed.', { actionLabel: 'Undo', onAction }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(onAction).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByText('Removed.')).not.toBeInTheDocument());
});
