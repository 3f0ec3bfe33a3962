import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { NumberField } from './NumberField';

test('NumberField_MorePressed_CountsUp', async () => {
  const onChange = vi.fn();
  await renderUi(<NumberField label="Season" value={3} onChange={onChange} />);
  await userEvent.click(screen.getByRole('button', { name: /More/ }));
  expect(onChange).toHaveBeenCalledWith(4);
});

test('NumberField_Emptied_GivesNull', async () => {
  const onChange = vi.fn();
  await renderUi(<NumberField label="Season" value={3} onChange={onChange} />);
  await userEvent.clear(screen.getByRole('textbox'));
  await userEvent.tab();
  expect(onChange).toHaveBeenLastCalledWith(null);
});
