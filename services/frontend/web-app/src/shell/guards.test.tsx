import { meQuery, queryClient, signedIn, type Me } from '@streamix/api';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createMemoryRouter, RouterProvider, useLocation } from 'react-router';
import { RequireProfile } from './RequireProfile';
import { RequireSession } from './RequireSession';
import { Root } from './Root';
import { setUpWords } from '../words';

const ada: Me = {
  id: 'a', email: 'ada@example.org', displayName: 'Ada', givenName: null, familyName: null, birthDate: null, phone: null, locale: 'en', country: 'GB',
  status: 'active', roles: [], marketingConsent: false, termsVersion: '1', registeredAt: '2026-01-01T00:00:00Z',
};

function Address() {
  const { pathname, search } = useLocation();
  return <p>{pathname + search}</p>;
}

function open(path: string, me: Me | null) {
  const queries = queryClient();
  queries.setQueryData(meQuery.queryKey, me);
  queries.setQueryData(['profiles'], []);
  const router = createMemoryRouter([{
    element: <Root />,
    children: [
      { element: <RequireSession />, children: [
        { path: '/account', element: <p>my account</p> },
        { element: <RequireProfile />, children: [{ path: '/', element: <p>home</p> }, { path: '/titles/:id', element: <p>a title</p> }] },
      ] },
      { path: '*', element: <Address /> },
    ],
  }], { initialEntries: [path] });
  render(<QueryClientProvider client={queries}><RouterProvider router={router} /></QueryClientProvider>);
}

describe('guards', () => {
  beforeEach(async () => {
    vi.stubGlobal('scrollTo', () => undefined);
    await setUpWords();
  });

  test('Stranger_AtHome_IsWelcomed', async () => {
    open('/', null);
    expect(await screen.findByText('/welcome')).toBeVisible();
  });

  test('Stranger_Inside_IsAskedToSignInAndComesBack', async () => {
    open('/titles/7', null);
    expect(await screen.findByText('/sign-in?return=%2Ftitles%2F7')).toBeVisible();
  });

  test('SignedIn_Account_IsOpen', async () => {
    open('/account', ada);
    expect(await screen.findByText('my account')).toBeVisible();
  });

  test('SignedIn_WithoutProfile_PicksOneAndComesBack', async () => {
    open('/titles/7', ada);
    expect(await screen.findByText('/profiles?return=%2Ftitles%2F7')).toBeVisible();
  });

  test('OtherTab_SignsOut_ThisOneIsAtTheDoorAtOnceWithTheReason', async () => {
    signedIn({ accessExpiresAt: new Date(Date.now() + 900_000).toISOString() });
    open('/account', ada);
    await screen.findByText('my account');
    const other = new BroadcastChannel('streamix-session');
    other.postMessage({ kind: 'signed-out', reason: 'revoked' });
    expect(await screen.findByText('/sign-in?reason=revoked&return=%2Faccount')).toBeVisible();
    other.close();
  });
});
