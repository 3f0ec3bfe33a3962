import { nothing, page, platform } from '@streamix/api/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { place, renderPage } from '../operations/testing/renderPage';
import { Component } from './SessionsPage';

const account = '0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10';
const summary = { id: account, email: 'bob@example.org', displayName: 'Bob', status: 'active', roles: [], country: 'GB', registeredAt: '2026-01-01T00:00:00Z', statusChangedAt: '2026-01-01T00:00:00Z', statusReason: 'x' };
const session = (id: string, device: string) => ({ id, device, address: '192.0.2.1', place: null, current: false, persistent: true, method: 'password', openedAt: '2026-01-01T00:00:00Z', lastUsedAt: '2026-01-02T00:00:00Z', expiresAt: '2026-02-01T00:00:00Z' });
const around = {
  'GET /account/admin/accounts': page([summary]), [`GET /account/admin/accounts/${account}`]: { account: summary, history: [], marketingConsentAt: null },
  'GET /session/admin/sessions': page([session('s1', 'Firefox on Linux'), session('s2', 'Television')]),
};

test('SessionsPage_AccountFound_ShowsItsSessionsAndEndsOne', async () => {
  const gateway = platform({ ...around, 'DELETE /session/admin/sessions/s2': nothing() });
  await renderPage(Component, { at: '/sessions', roles: ['support'] });
  await userEvent.type(screen.getByRole('searchbox'), 'bob');
  await userEvent.click(await screen.findByRole('button', { name: 'Sessions of bob@example.org' }));
  expect(place()).toBe(`/sessions?email=bob&account=${account}`);
  await userEvent.click(await screen.findByRole('button', { name: 'End the session on Television' }));
  await userEvent.click(within(screen.getByRole('alertdialog', { name: 'End the session' })).getByRole('button', { name: 'End the session' }));
  await waitFor(() => expect(gateway.of('DELETE /session/admin/sessions/s2')).toHaveLength(1));
  await waitFor(() => expect(gateway.of('GET /session/admin/sessions').length).toBeGreaterThan(1));
});

test('SessionsPage_EndAll_NamesTheAccount', async () => {
  const gateway = platform({ ...around, 'DELETE /session/admin/sessions': { ended: 2 } });
  await renderPage(Component, { at: `/sessions?account=${account}`, roles: ['support'] });
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
  await userEvent.click(within(screen.getByRole('alertdialog', { name: 'Sign out everywhere' })).getByRole('button', { name: 'Sign out everywhere' }));
  expect(await screen.findByText('Sessions ended: 2')).toBeInTheDocument();
  expect(gateway.of('DELETE /session/admin/sessions')[0]?.query.get('accountId')).toBe(account);
});
