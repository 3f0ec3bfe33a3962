import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { RadioGroup } from './RadioGroup';

const options = [
  { id: 'all', label: 'Everything' },
  { id: 'kids', label: 'For children' },
] as const;

test('RadioGroup_OtherPressed_GivesItsId', async () => {
  const onChange = vi.fn();
  await renderUi(<RadioGroup label="Shows" options={options} value="all" onChange={onChange} />);
  expect(screen.getByRole('radiogroup', { name: 'Shows' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: 'For children' }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith('kids');
});
