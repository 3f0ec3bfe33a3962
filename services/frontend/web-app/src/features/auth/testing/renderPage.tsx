import proofWords from '@streamix/account/locales/en/proof.json';
import { meQuery, queryClient } from '@streamix/api';
import { renderUi } from '@streamix/ui/testing';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import accountWords from '../../../locales/en/account.json';
import authWords from '../../../locales/en/auth.json';
import profileWords from '../../../locales/en/profiles.json';
import { account } from './answers';

interface Options {
  /** The route's pattern where the page reads parameters. */
  route?: string;
  me?: object | null;
  queries?: QueryClient;
}

/** A page at an address, within everything it stands in; wherever it leads to shows only its address. */
export function renderPage(page: ReactNode, path: string, { route, me = account, queries = queryClient() }: Options = {}) {
  queries.setDefaultOptions({ ...queries.getDefaultOptions(), queries: { ...queries.getDefaultOptions().queries, retry: false } });
  queries.setQueryData(meQuery.queryKey, me as never);
  return renderUi(
    <QueryClientProvider client={queries}>
      <Routes>
        <Route path={route ?? path.split(/[?#]/, 1)[0] ?? '/'} element={page} />
        <Route path="*" element={null} />
      </Routes>
      <Where />
    </QueryClientProvider>,
    { path, words: { account: accountWords, auth: authWords, profiles: profileWords, proof: proofWords } },
  );
}

/** Where the page has led to by now. */
export function place(): string {
  return screen.getByTestId('place').textContent ?? '';
}

function Where() {
  const { pathname, search, hash } = useLocation();
  return <p data-testid="place">{pathname + search + hash}</p>;
}
