import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { Slider } from './Slider';

test('Slider_ArrowPressed_MovesOneStep', async () => {
  const onChange = vi.fn();
  await renderUi(<Slider label="Volume" value={40} step={5} onChange={onChange} format={value => `${value} of 100`} />);
  expect(screen.getByRole('slider', { name: 'Volume' })).toHaveAttribute('aria-valuetext', '40 of 100');
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  expect(onChange).toHaveBeenCalledExactlyOnceWith(45);
});
