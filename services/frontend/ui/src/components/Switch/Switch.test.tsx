import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { Switch } from './Switch';

test('Switch_Pressed_GivesItsNewValue', async () => {
  const onChange = vi.fn();
  await renderUi(
    <Switch value onChange={onChange}>
      Play on
    </Switch>,
  );
  expect(screen.getByRole('switch', { name: 'Play on' })).toBeChecked();
  await userEvent.click(screen.getByRole('switch'));
  expect(onChange).toHaveBeenCalledExactlyOnceWith(false);
});
