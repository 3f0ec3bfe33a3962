import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { EmptyState } from './EmptyState';

test('EmptyState_WithAction_SaysWhatToDo', async () => {
  await renderUi(<EmptyState title="Nothing saved" body="Save a film." action={<button>Look</button>} level={3} />);
  expect(screen.getByRole('heading', { name: 'Nothing saved', level: 3 })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Look' })).toBeVisible();
});
