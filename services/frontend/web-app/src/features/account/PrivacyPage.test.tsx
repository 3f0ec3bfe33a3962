import { json, nothing, platform, problem, tokens } from '@streamix/api/testing';
import { fill, press, tick } from '@streamix/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { place, renderPage } from '../auth/testing/renderPage';
import { Component as PrivacyPage } from './PrivacyPage';

const list = 'GET /account/exports';
const begin = 'POST /account/exports';
const erase = 'POST /account/erasures';
const id = '0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b33';
const running = {
  id, state: 'running', requestedAt: '2026-01-01T00:00:00Z', finishedAt: null, expiresAt: null, bytes: null, download: null,
  services: [{ service: 'users-profile', state: 'collected', bytes: 10 }, { service: 'comms-email', state: 'retrying', bytes: null }],
};
const ready = { ...running, state: 'ready', finishedAt: '2026-01-01T00:01:00Z', expiresAt: '2026-01-08T00:00:00Z', bytes: 2048 };
const none = { [list]: json({ items: [], next: null }) };
const factors = { email: 'ada@example.org', passwordChangedAt: null, totp: false, recoveryCodesLeft: 0, passkeys: 0 };
const proof = { 'GET /identity/factors': json(factors), 'POST /identity/step-up': json({ acr: 'aal1', accessExpiresAt: tokens().accessExpiresAt }) };
const open = () => renderPage(<PrivacyPage />, '/account/privacy');

test('Export_AskedFor_ShowsHowFarEachServiceIs', async () => {
  const gateway = platform({ [list]: [json({ items: [], next: null }), json({ items: [running], next: null })], [begin]: json(running, 202) });
  await open();
  await screen.findByText('You have not asked for a copy yet.');
  press('Ask for my data');
  expect(await screen.findByText('1 of 2')).toBeInTheDocument();
  expect(screen.getByRole('list', { name: 'What has been gathered' })).toHaveTextContent('Profiles Gathered');
  expect(screen.getByText('Trying again')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Ask for my data' })).toBeDisabled();
  expect(gateway.of(begin)[0]?.headers.get('Idempotency-Key')).toBeTruthy();
});

test('Export_RunningAlready_IsSaid', async () => {
  platform({ ...none, [begin]: problem(409) });
  await open();
  await screen.findByText('You have not asked for a copy yet.');
  press('Ask for my data');
  expect(await screen.findByText('A copy is being gathered already.')).toBeInTheDocument();
});

test('Export_Ready_IsLoadedFromTheAddressOfNow', async () => {
  const followed: string[] = [];
  const follow = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    followed.push(this.href);
  });
  const download = 'https://store.example/archive.zip?signature=1';
  platform({ [list]: json({ items: [ready], next: null }), [`GET /account/exports/${id}`]: json({ ...ready, download }) });
  await open();
  await screen.findByText('Ready');
  press('Download');
  await waitFor(() => expect(followed).toEqual([download]));
  follow.mockRestore();
});

test('Export_Deleted_IsGone', async () => {
  const end = `DELETE /account/exports/${id}`;
  platform({ [list]: [json({ items: [ready], next: null }), json({ items: [{ ...ready, state: 'cancelled' }], next: null })], [end]: nothing() });
  await open();
  await screen.findByText('Ready');
  press('Delete');
  expect(await screen.findByText('Deleted')).toBeInTheDocument();
});

async function askToErase(typed: string) {
  await open();
  press('Erase my account');
  await screen.findByLabelText('Type your e-mail address');
  fill('Type your e-mail address', typed);
}

test('Erase_NotTypedNorTicked_AsksNobody', async () => {
  const gateway = platform(none);
  await askToErase('eva@example.org');
  press('Erase everything now');
  expect(await screen.findByText('This is not the address of this account.')).toBeInTheDocument();
  expect(screen.getByText('Tick this to go on.')).toBeInTheDocument();
  expect(gateway.of(erase)).toEqual([]);
});

test('Erase_Proven_LeadsToTheReceiptAndSignsOut', async () => {
  const gateway = platform({ ...none, ...proof, [erase]: json({ receipt: 'r3ceipt', state: 'running' }, 202), 'POST /session/sign-out': nothing() });
  await askToErase('ada@example.org');
  tick('I understand that this is for good');
  press('Erase everything now');
  await screen.findByLabelText('Your password');
  expect(gateway.of(erase)).toEqual([]);
  fill('Your password', 'a house by the river');
  press('Confirm');
  await waitFor(() => expect(place()).toBe('/erasure-receipt#receipt=r3ceipt'));
  expect(gateway.bodies(erase)).toEqual([{ understood: true }]);
  await waitFor(() => expect(gateway.of('POST /session/sign-out')).toHaveLength(1));
});

test('Erase_LastAdministrator_IsTold', async () => {
  platform({ ...none, ...proof, [erase]: problem(409) });
  await askToErase('ada@example.org');
  tick('I understand that this is for good');
  press('Erase everything now');
  await screen.findByLabelText('Your password');
  fill('Your password', 'a house by the river');
  press('Confirm');
  expect(await screen.findByText(/You are the last administrator/)).toBeInTheDocument();
  expect(place()).toBe('/account/privacy');
});
