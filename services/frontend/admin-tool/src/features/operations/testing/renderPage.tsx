import proof from '@streamix/account/locales/en/proof.json';
import { meQuery, queryClient, type Me } from '@streamix/api';
import { renderUi } from '@streamix/ui/testing';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import common from '../../../locales/en/common.json';
import operations from '../../../locales/en/operations.json';
import users from '../../../locales/en/users.json';

export const someone = (...roles: string[]): Me => ({
  id: 'a', email: 'ada@example.org', displayName: 'Ada', givenName: null, familyName: null, birthDate: null, phone: null, locale: 'en', country: 'GB',
  status: 'active', roles, marketingConsent: false, termsVersion: '1', registeredAt: '2026-01-01T00:00:00Z',
});

/** A page at its route, for somebody with these roles. */
export async function renderPage(Page: ComponentType, { at = '/', route = '*', roles = ['admin'] }: { at?: string; route?: string; roles?: string[] } = {}) {
  const client = queryClient();
  client.setDefaultOptions({ queries: { retry: false, networkMode: 'always' } });
  client.setQueryData(meQuery.queryKey, someone(...roles));
  return renderUi(
    <QueryClientProvider client={client}>
      <Routes><Route path={route} element={<Page />} /></Routes>
      <Place />
    </QueryClientProvider>,
    { path: at, words: { common, operations, users, proof } },
  );
}

function Place() {
  const { pathname, search } = useLocation();
  return <output data-testid="place">{pathname}{search}</output>;
}

export const place = () => screen.getByTestId('place').textContent;
