import { json, nothing, platform, problem, proofWanted, tokens } from '@streamix/api/testing';
import { fill, press } from '@streamix/ui/testing';
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { account } from '../auth/testing/answers';
import { renderPage } from '../auth/testing/renderPage';
import { Component as EmailPage } from './EmailPage';
import { keepPendingChange, pendingChangeOf } from './pendingChange';

const id = '0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b55';
const begin = 'POST /account/email-changes';
const one = `/account/email-changes/${id}`;
const open = {
  id, state: 'open', newEmail: 'ada@example.com', oldProven: false, newProven: false, attemptsLeft: 5,
  expiresAt: new Date(Date.now() + 1_800_000).toISOString(), resendAt: new Date(Date.now() + 60_000).toISOString(),
};
const factors = { email: account.email, passwordChangedAt: null, totp: false, recoveryCodesLeft: 0, passkeys: 0 };

beforeEach(() => localStorage.clear());

test('Change_ProofWanted_GoesOnByItselfToTheCodes', async () => {
  const gateway = platform({
    [begin]: [proofWanted(), json(open, 201)],
    'GET /identity/factors': json(factors),
    'POST /identity/step-up': json({ acr: 'aal1', accessExpiresAt: tokens().accessExpiresAt }),
    [`GET ${one}`]: json(open),
    [`POST ${one}/confirm`]: json({ ...open, state: 'done', oldProven: true, newProven: true }),
    'GET /account': json(account),
  });
  await renderPage(<EmailPage />, '/account/email');
  fill('New e-mail address', 'ada@example.com');
  press('Send the codes');
  await screen.findByLabelText('Your password');
  fill('Your password', 'a house by the river');
  press('Confirm');
  await screen.findByLabelText('Code sent to your new address');
  const [first, second] = gateway.of(begin).map(({ headers }) => headers.get('Idempotency-Key'));
  expect(first).toBeTruthy();
  expect(second).toBe(first);
  fill('Code sent to your present address', 'H7K2MQ4R');
  fill('Code sent to your new address', '9TB3XWZ2');
  press('Confirm');
  expect(await screen.findByText('Done. From now on you sign in with ada@example.com.')).toBeInTheDocument();
  press('Start another change');
  expect(await screen.findByLabelText('New e-mail address')).toBeInTheDocument();
  expect(pendingChangeOf(account.id)).toBeNull();
});

test('Change_UnderWay_IsThereAgainAndMayBeCalledOff', async () => {
  keepPendingChange(account.id, id);
  const gateway = platform({ [`GET ${one}`]: [json(open), json({ ...open, state: 'cancelled' })], [`DELETE ${one}`]: nothing() });
  await renderPage(<EmailPage />, '/account/email');
  await screen.findByLabelText('Code sent to your new address');
  press('Keep my present address');
  expect(await screen.findByText(/The change was called off/)).toBeInTheDocument();
  expect(gateway.of(`DELETE ${one}`)).toHaveLength(1);
});

test('Change_OfAnotherAccount_IsNotShown', async () => {
  keepPendingChange('0199b0a5-7e7d-7c1f-8c52-000000000000', id);
  const gateway = platform({});
  await renderPage(<EmailPage />, '/account/email');
  expect(await screen.findByLabelText('New e-mail address')).toBeInTheDocument();
  expect(gateway.sent).toEqual([]);
});

test('Change_ToTheSameAddress_IsNotSent', async () => {
  const gateway = platform({});
  await renderPage(<EmailPage />, '/account/email');
  fill('New e-mail address', 'ADA@example.org');
  press('Send the codes');
  expect(await screen.findByText('This is your address already.')).toBeInTheDocument();
  expect(gateway.sent).toEqual([]);
});

test('Change_AddressRefused_IsSaidAtTheField', async () => {
  platform({ [begin]: problem(422, { errors: { newEmail: ['is no address'] } }) });
  await renderPage(<EmailPage />, '/account/email');
  fill('New e-mail address', 'ada@example');
  press('Send the codes');
  expect((await screen.findAllByText(/This address cannot be used/)).length).toBeGreaterThan(0);
  expect(screen.getByLabelText('New e-mail address')).toHaveAttribute('aria-invalid', 'true');
});

test('Change_AskedAgainAfterARefusal_IsAnotherRequest', async () => {
  const gateway = platform({ [begin]: [problem(409), json(open, 201)], [`GET ${one}`]: json(open) });
  await renderPage(<EmailPage />, '/account/email');
  fill('New e-mail address', 'ada@example.com');
  press('Send the codes');
  expect(await screen.findByText(/This cannot be started now/)).toBeInTheDocument();
  press('Send the codes');
  await screen.findByLabelText('Code sent to your new address');
  const keys = gateway.of(begin).map(({ headers }) => headers.get('Idempotency-Key'));
  expect(new Set(keys).size).toBe(2);
});
