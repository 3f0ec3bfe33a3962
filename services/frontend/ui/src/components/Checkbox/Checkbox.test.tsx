import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { Form } from '../Form/Form';
import { Checkbox } from './Checkbox';

test('Checkbox_Pressed_GivesItsNewValue', async () => {
  const onChange = vi.fn();
  await renderUi(
    <Checkbox value={false} onChange={onChange}>
      Keep me signed in
    </Checkbox>,
  );
  await userEvent.click(screen.getByRole('checkbox', { name: 'Keep me signed in' }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith(true);
});

test('Checkbox_ServerRefusesItsName_ShowsTheReason', async () => {
  await renderUi(
    <Form onSubmit={() => undefined} error={{ status: 400, errors: { terms: ['Agree first.'] } }}>
      <Checkbox name="terms">I agree</Checkbox>
    </Form>,
  );
  expect(screen.getByText('Agree first.')).toBeVisible();
  expect(screen.getByRole('checkbox')).toBeInvalid();
});
