import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { Button } from './Button';

test('Button_Pressed_CallsOnPress', async () => {
  const onPress = vi.fn();
  await renderUi(<Button onPress={onPress}>Play</Button>);
  await userEvent.click(screen.getByRole('button', { name: 'Play' }));
  expect(onPress).toHaveBeenCalledOnce();
});

test('Button_Pending_RefusesPressesAndSaysSo', async () => {
  const onPress = vi.fn();
  await renderUi(
    <Button isPending onPress={onPress}>
      Save
    </Button>,
  );
  await userEvent.click(screen.getByRole('button'));
  expect(onPress).not.toHaveBeenCalled();
  expect(screen.getByRole('progressbar', { name: 'Working on it', hidden: true })).toBeInTheDocument();
});
