import { queryClient } from '@streamix/api';
import { UiProvider } from '@streamix/ui';
import { fillInForJsdom } from '@streamix/ui/testing';
import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import { Suspense, type ComponentType } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import { setUpWords } from '../../../words';

// Whole pages are slow to ask for their roles where there is no browser.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

let words: Promise<unknown> | undefined;

/** A page at its route, with the words that readers see and a router that can hold one back. */
export async function renderAdmin(Page: ComponentType, route: string, path = route) {
  fillInForJsdom();
  await (words ??= setUpWords());
  const queries = queryClient();
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } });
  const router = createMemoryRouter([
    { path: route, element: <Suspense fallback={null}><Page /></Suspense> },
    { path: '*', element: <p>elsewhere</p> },
  ], { initialEntries: [path] });
  render(<UiProvider><QueryClientProvider client={queries}><RouterProvider router={router} /></QueryClientProvider></UiProvider>);
  return { router, queries, place: () => router.state.location.pathname + router.state.location.search };
}
