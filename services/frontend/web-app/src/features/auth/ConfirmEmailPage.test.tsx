import { json, nothing, platform, problem } from '@streamix/api/testing';
import { fill, press } from '@streamix/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Component as ConfirmEmailPage } from './ConfirmEmailPage';
import { renderPage } from './testing/renderPage';

const id = '0199b0a5-7e7d-7c1f-8c52-f36c4a9c2c22';
const read = `GET /account/email-changes/${id}`;
const confirm = `POST /account/email-changes/${id}/confirm`;
const open = {
  id,
  state: 'open',
  newEmail: 'ada@example.com',
  oldProven: false,
  newProven: false,
  attemptsLeft: 5,
  expiresAt: '2099-01-01T00:00:00Z',
  resendAt: '2020-01-01T00:00:00Z',
};

const show = () => renderPage(<ConfirmEmailPage />, `/confirm-email?id=${id}`);

test('Confirm_BothCodes_IsDone', async () => {
  const gateway = platform({ [read]: json(open), [confirm]: json({ ...open, state: 'done', oldProven: true, newProven: true }) });
  await show();
  await screen.findByLabelText('Code sent to your present address');
  fill('Code sent to your present address', 'h7k2mq4r');
  fill('Code sent to your new address', '9tb3xwz2');
  press('Confirm');
  expect(await screen.findByText(/From now on you sign in with ada@example.com/)).toBeInTheDocument();
  expect(gateway.bodies(confirm)).toEqual([{ oldCode: 'H7K2MQ4R', newCode: '9TB3XWZ2' }]);
});

test('Confirm_WrongCode_SaysHowManyTriesAreLeft', async () => {
  platform({
    [read]: [json({ ...open, oldProven: true }), json({ ...open, oldProven: true, attemptsLeft: 4 })],
    [confirm]: problem(422, { errors: { newCode: ['is wrong; 4 more may be tried'] } }),
  });
  await show();
  await screen.findByText('Your present address is confirmed.');
  fill('Code sent to your new address', 'AAAAAAAA');
  press('Confirm');
  expect(await screen.findByText('That code is wrong. Tries left: 4.')).toBeInTheDocument();
});

test('Confirm_Over_IsReadAgain', async () => {
  platform({ [read]: [json({ ...open, oldProven: true }), json({ ...open, state: 'failed' })], [confirm]: problem(410) });
  await show();
  await screen.findByLabelText('Code sent to your new address');
  fill('Code sent to your new address', 'AAAAAAAA');
  press('Confirm');
  expect(await screen.findByText(/too many wrong codes/)).toBeInTheDocument();
});

test('Confirm_Resend_SendsNewCodes', async () => {
  const resend = `POST /account/email-changes/${id}/resend`;
  const gateway = platform({ [read]: json(open), [resend]: json({ ...open, resendAt: new Date(Date.now() + 60_000).toISOString() }) });
  await show();
  await screen.findByRole('button', { name: 'Send the codes again' });
  press('Send the codes again');
  expect(await screen.findByText(/New codes are on their way/)).toBeInTheDocument();
  expect(gateway.of(resend)).toHaveLength(1);
});

test('Confirm_Kept_IsCalledOff', async () => {
  const gateway = platform({
    [read]: [json(open), json({ ...open, state: 'cancelled' })],
    [`DELETE /account/email-changes/${id}`]: nothing(),
  });
  await show();
  await screen.findByRole('button', { name: 'Keep my present address' });
  press('Keep my present address');
  expect(await screen.findByText(/The change was called off/)).toBeInTheDocument();
  expect(gateway.of(`DELETE /account/email-changes/${id}`)).toHaveLength(1);
});

test('Confirm_WithoutAChange_LeadsToTheAccount', async () => {
  platform({ [read]: problem(404) });
  await show();
  await waitFor(() => expect(screen.getByText('There is no change to confirm')).toBeInTheDocument());
  expect(screen.getByRole('link', { name: 'To your e-mail address' })).toHaveAttribute('href', '/account/email');
});
