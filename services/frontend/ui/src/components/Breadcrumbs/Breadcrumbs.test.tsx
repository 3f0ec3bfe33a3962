import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderUi } from '../../testing';
import { Breadcrumbs } from './Breadcrumbs';

test('Breadcrumbs_LastItem_IsThePageItself', async () => {
  await renderUi(<Breadcrumbs items={[{ label: 'Titles', to: '/titles' }, { label: 'Tin Moon' }]} />);
  expect(screen.getByRole('link', { name: 'Titles' })).toHaveAttribute('href', '/titles');
  expect(screen.getByText('Tin Moon')).toHaveAttribute('aria-current', 'page');
});
