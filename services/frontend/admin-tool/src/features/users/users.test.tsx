import { nothing, page, platform, problem, proofWanted } from '@streamix/api/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { place, renderPage } from '../operations/testing/renderPage';
import { movesOf } from './status';
import { Component as UserPage } from './UserPage';
import { Component as UsersPage } from './UsersPage';

const id = '0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10';
const summary = { id, email: 'bob@example.org', displayName: 'Bob', status: 'active', roles: [], country: 'GB', registeredAt: '2026-01-01T00:00:00Z', statusChangedAt: '2026-01-01T00:00:00Z', statusReason: 'email-proven' };
const file = (roles: string[] = []) => ({
  account: { ...summary, roles, givenName: null, familyName: null, birthDate: null, phone: null, locale: 'en', marketingConsent: false, termsVersion: '1' },
  history: [{ status: 'active', reason: 'email-proven', note: null, actor: 'account:x', changedAt: '2026-01-01T00:00:00Z' }], marketingConsentAt: null,
});
const one = `/account/admin/accounts/${id}`;
const around = (roles: string[] = []) => ({
  [`GET ${one}`]: file(roles),
  'GET /session/admin/sessions': page([]),
  [`GET /rights/admin/accounts/${id}/plan`]: () => Response.json({ accountId: id, plan: 'standard', byDefault: true, changedAt: null }, { headers: { ETag: '"1"' } }),
  'GET /rights/admin/plans': page([]),
});
const open = (roles: string[]) => renderPage(UserPage, { at: `/users/${id}`, route: '/users/:id', roles });

describe('UsersPage', () => {
  test('UsersPage_Typing_SearchesAndKeepsItInTheAddress', async () => {
    const gateway = platform({ 'GET /account/admin/accounts': page([summary]) });
    await renderPage(UsersPage, { at: '/users?status=active&status2=x' });
    expect(await screen.findByRole('link', { name: 'bob@example.org' })).toHaveAttribute('href', `/users/${id}`);
    await userEvent.type(screen.getByRole('searchbox', { name: /Email address/ }), 'bob');
    await waitFor(() => expect(place()).toBe('/users?email=bob&status=active'));
    await waitFor(() => expect(gateway.sent.at(-1)?.query.get('email')).toBe('bob'));
    expect(gateway.sent.at(-1)?.query.get('status')).toBe('active');
  });

  test('UsersPage_NobodyFound_OffersEverybody', async () => {
    platform({ 'GET /account/admin/accounts': page([]) });
    await renderPage(UsersPage, { at: '/users?name=zzz' });
    await userEvent.click(await screen.findByRole('button', { name: 'Show everybody' }));
    expect(place()).toBe('/users');
  });

  test('UsersPage_PlatformFails_SaysSoAndTriesAgain', async () => {
    let isAway = true;
    platform({ 'GET /account/admin/accounts': () => isAway ? problem(503) : page([summary]) });
    await renderPage(UsersPage, { at: '/users' });
    const again = await screen.findByRole('button', { name: /Try again/ });
    isAway = false;
    await userEvent.click(again);
    expect(await screen.findByText('bob@example.org')).toBeVisible();
  });
});

describe('UserPage', () => {
  test('UserPage_Support_MaySuspendButNeitherCloseNorTurnRoles', async () => {
    platform(around());
    await open(['support']);
    expect(await screen.findByRole('button', { name: 'Suspend' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Close for good' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Give the role/ })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Plan' })).toBeNull();
  });

  test('UserPage_SupportAndSomebodyWithARole_OffersNothing', async () => {
    platform(around(['editor']));
    await open(['support']);
    expect(await screen.findByRole('heading', { name: 'History' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Suspend' })).toBeNull();
  });

  test('UserPage_Suspend_SendsWhyAndReadsAnew', async () => {
    const gateway = platform({ ...around(), [`POST ${one}/suspend`]: nothing() });
    await open(['admin']);
    await userEvent.click(await screen.findByRole('button', { name: 'Suspend' }));
    const dialog = within(screen.getByRole('alertdialog', { name: 'Suspend' }));
    await userEvent.type(dialog.getByRole('textbox', { name: /Note/ }), 'Third report.');
    await userEvent.click(dialog.getByRole('button', { name: 'Suspend' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog', { name: 'Suspend' })).toBeNull());
    expect(gateway.of(`POST ${one}/suspend`)[0]?.body).toEqual({ reason: 'abuse', note: 'Third report.' });
    expect(gateway.of(`GET ${one}`).length).toBeGreaterThan(1);
  });

  test('UserPage_RoleWantsAFreshProof_AsksForItAndGivesTheRole', async () => {
    let isProven = false;
    const grant = `PUT ${one}/roles/editor`;
    const gateway = platform({
      ...around(),
      [grant]: () => isProven ? nothing() : proofWanted(),
      'GET /identity/factors': { email: 'ada@example.org', totp: false, passkeys: 0, recoveryCodesLeft: 0 },
      'POST /identity/step-up': () => { isProven = true; return { acr: 'x', accessExpiresAt: new Date(Date.now() + 900_000).toISOString(), accessToken: null }; },
    });
    await open(['admin']);
    await userEvent.click(await screen.findByRole('button', { name: 'Give the role Editor' }));
    await userEvent.click(within(screen.getByRole('alertdialog', { name: 'Give the role Editor' })).getByRole('button', { name: 'Give' }));
    await userEvent.type(await screen.findByLabelText(/Your password/), 'a house by the sea');
    await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
    await waitFor(() => expect(gateway.of(grant)).toHaveLength(2));
    expect(gateway.of('POST /identity/step-up')[0]?.body).toEqual({ password: 'a house by the sea', transport: 'cookie' });
  });
});

test('Moves_EachState_OffersWhatTheApiTakes', () => {
  expect(movesOf('active', true)).toEqual(['suspend', 'close']);
  expect(movesOf('active', false)).toEqual(['suspend']);
  expect(movesOf('suspended', false)).toEqual(['reinstate']);
  expect(movesOf('closed', true)).toEqual([]);
});
