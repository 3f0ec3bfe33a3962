import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { SearchField } from './SearchField';

test('SearchField_Submitted_GivesItsWords', async () => {
  const onSubmit = vi.fn();
  await renderUi(<SearchField label="Search" onSubmit={onSubmit} />);
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'moon{Enter}');
  expect(onSubmit).toHaveBeenCalledWith('moon');
});

test('SearchField_Cleared_IsEmpty', async () => {
  await renderUi(<SearchField label="Search" defaultValue="moon" />);
  await userEvent.click(screen.getByRole('button', { name: /Clear/ }));
  expect(screen.getByRole('searchbox')).toHaveValue('');
});
