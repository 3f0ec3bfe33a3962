import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { Progress } from './Progress';

test('Progress_Known_SaysHowFar', async () => {
  await renderUi(<Progress label="Uploading" value={21} max={50} />);
  expect(screen.getByRole('progressbar', { name: 'Uploading' })).toHaveAttribute('aria-valuetext', '42%');
});

test('Progress_Unknown_SaysNothingOfHowFar', async () => {
  await renderUi(<Progress label="Encoding" isLabelHidden />);
  expect(screen.getByRole('progressbar', { name: 'Encoding' })).not.toHaveAttribute('aria-valuenow');
});
