import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { ThemeSelect } from './ThemeSelect';

test('ThemeSelect_LightChosen_AppliesAndRemembersIt', async () => {
  await renderUi(<ThemeSelect as="radios" />);
  expect(document.documentElement).toHaveAttribute('data-theme', 'system');
  await userEvent.click(screen.getByRole('radio', { name: 'Light' }));
  await waitFor(() => expect(document.documentElement).toHaveAttribute('data-theme', 'light'));
  expect(localStorage.getItem('streamix.theme')).toBe('light');
});
