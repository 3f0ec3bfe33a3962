import { meQuery, queryClient, type Me } from '@streamix/api';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, describe, expect, test } from 'vitest';
import { setUpWords } from '../words';
import { Guard } from './Guard';
import { navigationFor } from './navigation';
import { doorFrom } from './places';
import { catalogue, help } from './roles';

const links = (...roles: string[]) => navigationFor(roles).flatMap(section => section.entries.map(entry => entry.to));

const someone = (...roles: string[]): Me => ({
  id: 'a', email: 'ada@example.org', displayName: 'Ada', givenName: null, familyName: null, birthDate: null, phone: null, locale: 'en', country: 'GB',
  status: 'active', roles, marketingConsent: false, termsVersion: '1', registeredAt: '2026-01-01T00:00:00Z',
});

function open(me: Me) {
  const queries = queryClient();
  queries.setQueryData(meQuery.queryKey, me);
  const router = createMemoryRouter([{ element: <Guard roles={catalogue} />, children: [{ path: '/', element: <p>the titles</p> }] }]);
  render(<QueryClientProvider client={queries}><RouterProvider router={router} /></QueryClientProvider>);
}

describe('navigation', () => {
  test('Navigation_Editor_ShowsTheCatalogueOnly', () => {
    expect(links('editor')).toEqual(['/', '/titles', '/people', '/uploads', '/transcoding']);
  });

  test('Navigation_Support_ShowsPeopleAndWhatWentWrong', () => {
    expect(links('support')).toEqual(['/', '/users', '/sessions', '/audit']);
  });

  test('Navigation_Admin_ShowsEverything', () => {
    expect(links('admin')).toHaveLength(12);
  });

  test('Navigation_Viewer_IsEmpty', () => {
    expect(links()).toEqual([]);
  });
});

describe('Guard', () => {
  beforeEach(async () => { await setUpWords(); });

  test('Guard_RoleReaches_ShowsThePage', () => {
    open(someone('editor'));
    expect(screen.getByText('the titles')).toBeVisible();
  });

  test('Guard_RoleDoesNotReach_SaysSoAndShowsNothing', async () => {
    open(someone(...help.filter(role => role !== 'admin')));
    expect(await screen.findByRole('heading', { level: 1, name: 'Not allowed' })).toBeVisible();
    expect(screen.queryByText('the titles')).toBeNull();
  });
});

describe('doorFrom', () => {
  const here = { pathname: '/titles', search: '?state=draft', hash: '' };

  test('Door_Stranger_ComesBackToTheTool', () => {
    expect(doorFrom(here, null)).toBe('/sign-in?return=%2Fadmin%2Ftitles%3Fstate%3Ddraft');
  });

  test('Door_SessionEnded_SaysWhy', () => {
    expect(doorFrom(here, { reason: 'revoked', here: false })).toContain('reason=revoked');
  });
});
