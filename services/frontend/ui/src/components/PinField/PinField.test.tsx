import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { PinField } from './PinField';

test('PinField_Always_HidesWhatIsTyped', async () => {
  await renderUi(<PinField label="PIN" value="12" onChange={() => undefined} />);
  expect(screen.getByLabelText('PIN')).toHaveAttribute('type', 'password');
  expect(screen.getByLabelText('PIN')).toHaveAttribute('inputmode', 'numeric');
});
