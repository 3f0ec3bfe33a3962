import { stubPasskeys } from '@streamix/account/testing';
import { json, nothing, platform, problem, proofWanted, tokens } from '@streamix/api/testing';
import { fill, press } from '@streamix/ui/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '../auth/testing/renderPage';
import { Component as PasskeysPage } from './PasskeysPage';

const list = 'GET /identity/passkeys';
const begin = 'POST /identity/passkeys/registrations';
const add = 'POST /identity/passkeys';
const challenge = '01976f3e-5b1c-7b3a-9d53-2f8f6f0c1a11';
const phone = { id: '0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b99', name: 'My phone', synced: true, createdAt: '2026-01-01T00:00:00Z', lastUsedAt: null };
const factors = { email: 'ada@example.org', passwordChangedAt: null, totp: false, recoveryCodesLeft: 0, passkeys: 0 };
const options = { challenge: 'AQ', rp: { name: 'Streamix' }, user: { id: 'BAUG', name: 'a', displayName: 'a' }, pubKeyCredParams: [] };

const { create } = stubPasskeys();

async function addOne() {
  await renderPage(<PasskeysPage />, '/account/passkeys');
  await screen.findByText('No passkey yet');
  press('Add a passkey');
  await screen.findByLabelText('Name of the passkey');
  fill('Name of the passkey', 'My phone');
  press('Make the passkey');
}

test('Passkey_AddedAfterAProof_IsListed', async () => {
  const gateway = platform({
    [list]: [json([]), json([phone])],
    [begin]: [proofWanted(), json({ challenge, options })],
    'GET /identity/factors': json(factors),
    'POST /identity/step-up': json({ acr: 'aal1', accessExpiresAt: tokens().accessExpiresAt }),
    [add]: json(phone, 201),
  });
  await addOne();
  await screen.findByLabelText('Your password');
  fill('Your password', 'a house by the river');
  press('Confirm');
  expect(await screen.findByText('Never used')).toBeInTheDocument();
  expect(gateway.bodies(add)).toMatchObject([{ challenge, credential: { id: 'BAUG' }, name: 'My phone' }]);
});

test('Passkey_NotMade_IsSaidAndNothingIsSent', async () => {
  create.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const gateway = platform({ [list]: json([]), [begin]: json({ challenge, options }) });
  await addOne();
  expect(await screen.findByText(/No passkey was used/)).toBeInTheDocument();
  expect(gateway.of(add)).toEqual([]);
});

test('Passkey_Renamed_IsSent', async () => {
  const rename = `PUT /identity/passkeys/${phone.id}`;
  const gateway = platform({ [list]: [json([phone]), json([{ ...phone, name: 'Old phone' }])], [rename]: nothing() });
  await renderPage(<PasskeysPage />, '/account/passkeys');
  await screen.findByText('My phone');
  press('Rename My phone');
  await screen.findByLabelText('Name of the passkey');
  fill('Name of the passkey', 'Old phone');
  press('Save');
  expect(await screen.findByText('Old phone')).toBeInTheDocument();
  expect(gateway.bodies(rename)).toEqual([{ name: 'Old phone' }]);
});

test('Passkey_Removed_AsksFirst', async () => {
  const remove = `DELETE /identity/passkeys/${phone.id}`;
  const gateway = platform({ [list]: [json([phone]), json([])], [remove]: nothing() });
  await renderPage(<PasskeysPage />, '/account/passkeys');
  await screen.findByText('My phone');
  press('Remove My phone');
  const dialog = await screen.findByRole('alertdialog', { name: 'Remove My phone?' });
  expect(gateway.of(remove)).toEqual([]);
  within(dialog).getByRole('button', { name: 'Remove passkey' }).click();
  await waitFor(() => expect(screen.getByText('No passkey yet')).toBeInTheDocument());
});

test('Passkeys_NotThere_MayBeTriedAgain', async () => {
  platform({ [list]: [problem(500), json([phone])] });
  await renderPage(<PasskeysPage />, '/account/passkeys');
  await screen.findByRole('button', { name: 'Try again' });
  press('Try again');
  expect(await screen.findByText('My phone')).toBeInTheDocument();
});
