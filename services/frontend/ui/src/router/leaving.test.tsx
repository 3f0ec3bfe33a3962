import { act, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { ActiveRouter, useLeaving } from './leaving';

let isLeaving: () => boolean;

function List() {
  isLeaving = useLeaving();
  return <p>list</p>;
}

async function shown(lazy: () => Promise<{ Component: () => React.ReactNode }>) {
  const router = createMemoryRouter([{ path: '/', element: <List /> }, { path: '/page', lazy }]);
  render(<ActiveRouter value={router}><RouterProvider router={router} /></ActiveRouter>);
  await screen.findByText('list');
  return router;
}

test('Leaving_PageShown_IsNotSaid', async () => {
  await shown(() => new Promise(() => undefined));
  expect(isLeaving()).toBe(false);
});

test('Leaving_NextPageOnItsWay_IsSaidBeforeAnythingIsDrawn', async () => {
  const router = await shown(() => new Promise(() => undefined));
  await act(() => {
    void router.navigate('/page');
    expect(isLeaving()).toBe(true);
    return Promise.resolve();
  });
});

test('Leaving_NextPageThereButNotDrawn_IsSaid', async () => {
  const router = await shown(() => Promise.resolve({ Component: () => <p>page</p> }));
  await act(async () => {
    await router.navigate('/page');
    expect(router.state.navigation.state).toBe('idle');
    expect(screen.queryByText('list')).not.toBeNull();
    expect(isLeaving()).toBe(true);
  });
  expect(screen.getByText('page')).toBeVisible();
});
