import { page, platform, problem } from '@streamix/api/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { place, renderPage } from '../operations/testing/renderPage';
import { Component } from './AuditPage';

const account = '0199b0a57e7d7c1f8c52f36c4a9c2b10';
const record = (service: string, id: string, minute: number) => ({
  id, service, action: `${service}.${id}`, actor: `account:${account}`, target: 'title:1', changed: [], reason: null, roles: ['admin'], sessionId: null, traceId: null,
  occurredAt: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
});
const services = [{ service: 'users-account', offers: ['audit'] }, { service: 'media-catalog', offers: ['audit', 'dead-letters'] }, { service: 'comms-email', offers: ['dead-letters'] }];
const actions = () => screen.getAllByRole('rowheader').map(cell => cell.textContent);

test('AuditPage_AllServices_AreOneListByTime', async () => {
  platform({
    'GET /operations/services': services,
    'GET /operations/users-account/audit': page([record('u', 'late', 9), record('u', 'early', 1)]),
    'GET /operations/media-catalog/audit': page([record('m', 'middle', 5)]),
  });
  await renderPage(Component, { at: '/audit', roles: ['support'] });
  await screen.findByText('u.late');
  expect(actions()).toEqual(['u.late', 'm.middle', 'u.early']);
  expect(screen.getAllByRole('link', { name: `account:${account}` })[0]).toHaveAttribute('href', `/users/${account}`);
});

test('AuditPage_OneServiceAway_ShowsTheOthersAndNamesIt', async () => {
  platform({ 'GET /operations/services': services, 'GET /operations/users-account/audit': problem(503), 'GET /operations/media-catalog/audit': page([record('m', 'middle', 5)]) });
  await renderPage(Component, { at: '/audit' });
  expect(await screen.findByText('m.middle')).toBeVisible();
  expect(screen.getByText(/did not answer.*users-account/)).toBeVisible();
});

test('AuditPage_AllAway_IsAnError', async () => {
  platform({ 'GET /operations/services': services, 'GET /operations/users-account/audit': problem(503), 'GET /operations/media-catalog/audit': problem(503) });
  await renderPage(Component, { at: '/audit' });
  expect(await screen.findByRole('alert')).toBeVisible();
});

test('AuditPage_Filters_GoToTheServiceAndTheAddress', async () => {
  const gateway = platform({ 'GET /operations/services': services, 'GET /operations/media-catalog/audit': page([]) });
  await renderPage(Component, { at: '/audit?service=media-catalog&from=2026-01-01' });
  await userEvent.type(await screen.findByRole('textbox', { name: 'Action' }), 'title');
  await waitFor(() => expect(place()).toBe('/audit?service=media-catalog&action=title&from=2026-01-01'));
  await waitFor(() => expect(gateway.sent.at(-1)?.query.get('action')).toBe('title'));
  expect(gateway.sent.at(-1)?.query.get('from')).toBe(new Date('2026-01-01T00:00:00').toISOString());
});
