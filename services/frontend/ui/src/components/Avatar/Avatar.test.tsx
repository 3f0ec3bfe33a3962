import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { Avatar } from './Avatar';

test('Avatar_WithoutPicture_ShowsTheInitial', async () => {
  await renderUi(<Avatar name="سارة" />);
  expect(screen.getByRole('img', { name: 'سارة' })).toHaveTextContent('س');
});

test('Avatar_Decorative_IsSilent', async () => {
  await renderUi(<Avatar name="Ana" isDecorative />);
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
});
