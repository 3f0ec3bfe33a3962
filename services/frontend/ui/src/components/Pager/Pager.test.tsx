import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../../testing';
import { Pager } from './Pager';

test('Pager_MorePressed_Asks', async () => {
  const onMore = vi.fn();
  await renderUi(<Pager hasMore onMore={onMore} />);
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(onMore).toHaveBeenCalledOnce();
});

test('Pager_AtTheEnd_IsNotThere', async () => {
  await renderUi(<Pager hasMore={false} onMore={() => undefined} />);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
