import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { DateField } from './DateField';

test('DateField_YearRaised_GivesTheNewDay', async () => {
  const onChange = vi.fn();
  await renderUi(<DateField label="Released" value="1994-05-02" onChange={onChange} />);
  await userEvent.click(screen.getByRole('spinbutton', { name: /year/i }));
  await userEvent.keyboard('{ArrowUp}');
  expect(onChange).toHaveBeenLastCalledWith('1995-05-02');
});
