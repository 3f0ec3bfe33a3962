import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { Dialog } from './Dialog';

test('Dialog_Open_IsNamedByItsTitleAndHoldsFocus', async () => {
  await renderUi(
    <Dialog title="Rename" isOpen onOpenChange={() => undefined}>
      Words
    </Dialog>,
  );
  const dialog = screen.getByRole('dialog', { name: 'Rename' });
  expect(dialog).toContainElement(document.querySelector<HTMLElement>(':focus'));
});

test('Dialog_Escape_AsksToClose', async () => {
  const onOpenChange = vi.fn();
  await renderUi(
    <Dialog title="Rename" isOpen onOpenChange={onOpenChange}>
      Words
    </Dialog>,
  );
  await userEvent.keyboard('{Escape}');
  expect(onOpenChange).toHaveBeenCalledWith(false);
});

test('Dialog_NotDismissable_StaysAtEscape', async () => {
  const onOpenChange = vi.fn();
  await renderUi(
    <Dialog title="Rename" isOpen isDismissable={false} onOpenChange={onOpenChange}>
      Words
    </Dialog>,
  );
  await userEvent.keyboard('{Escape}');
  expect(onOpenChange).not.toHaveBeenCalled();
});
