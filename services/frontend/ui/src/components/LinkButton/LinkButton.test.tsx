import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { LinkButton } from './LinkButton';

test('LinkButton_Always_IsALink', async () => {
  await renderUi(<LinkButton to="/sign-in">Sign in</LinkButton>);
  expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in');
});
