import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { IconButton } from './IconButton';

test('IconButton_Focused_ShowsItsLabelAsTooltip', async () => {
  await renderUi(<IconButton icon="bookmark" label="Save" />);
  await userEvent.tab();
  expect(await screen.findByRole('tooltip')).toHaveTextContent('Save');
});

test('IconButton_Pressed_IsFoundByLabel', async () => {
  const onPress = vi.fn();
  await renderUi(<IconButton icon="play" label="Play" onPress={onPress} />);
  await userEvent.click(screen.getByRole('button', { name: 'Play' }));
  expect(onPress).toHaveBeenCalledOnce();
});
