import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { Select } from './Select';

const options = [
  { id: 'hd', label: 'High' },
  { id: 'sd', label: 'Low' },
] as const;

test('Select_OptionChosenByKeyboard_GivesItsId', async () => {
  const onChange = vi.fn();
  await renderUi(<Select label="Quality" options={options} value="hd" onChange={onChange} />);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('option', { name: 'High' })).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onChange).toHaveBeenCalledExactlyOnceWith('sd');
});
