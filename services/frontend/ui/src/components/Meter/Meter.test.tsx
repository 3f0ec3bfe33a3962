import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { Meter } from './Meter';

test('Meter_WithWords_SpeaksThem', async () => {
  await renderUi(<Meter label="Disk" value={3} max={4} valueLabel="3 of 4 GB" />);
  expect(screen.getByRole('meter', { name: 'Disk' })).toHaveAttribute('aria-valuetext', '3 of 4 GB');
});
