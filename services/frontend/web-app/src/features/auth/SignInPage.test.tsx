import { hasSession } from '@streamix/api';
import { json, nothing, platform, problem } from '@streamix/api/testing';
import { fill, press } from '@streamix/ui/testing';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { leaveFor } from '../../shell/leaveFor';
import { Component as SignInPage } from './SignInPage';
import { account, secondFactorAnswer, signedInAnswer } from './testing/answers';
import { place, renderPage } from './testing/renderPage';

vi.mock('../../shell/leaveFor', () => ({ leaveFor: vi.fn() }));

const signIn = 'POST /identity/sign-in';
const challenge = `${signIn}/01976f3e-5b1c-7b3a-9d53-2f8f6f0c1a11`;
const me = { 'GET /account': json(account) };

afterEach(() => vi.useRealTimers());

function typeAndSend() {
  fill('E-mail address', 'ada@example.org');
  fill('Password', 'a house by the river');
  press('Sign in');
}

describe('password', () => {
  test('SignIn_RightPassword_GoesBackToWhereOneWas', async () => {
    const gateway = platform({ [signIn]: signedInAnswer(), ...me });
    await renderPage(<SignInPage />, '/sign-in?return=%2Ftitles%2F7%3Fa%3D1', { me: null });
    typeAndSend();
    await waitFor(() => expect(place()).toBe('/titles/7?a=1'));
    expect(gateway.bodies(signIn)).toEqual([
      { email: 'ada@example.org', password: 'a house by the river', persistent: true, transport: 'cookie' },
    ]);
    expect(hasSession()).toBe(true);
  });

  test('SignIn_ForeignReturn_GoesHome', async () => {
    platform({ [signIn]: signedInAnswer(), ...me });
    await renderPage(<SignInPage />, '/sign-in?return=https%3A%2F%2Felse.example%2F', { me: null });
    typeAndSend();
    await waitFor(() => expect(place()).toBe('/'));
  });

  test('SignIn_AdminReturn_LeavesTheApp', async () => {
    platform({ [signIn]: signedInAnswer(), ...me });
    await renderPage(<SignInPage />, '/sign-in?return=%2Fadmin%2Ftitles', { me: null });
    typeAndSend();
    await waitFor(() => expect(leaveFor).toHaveBeenCalledWith('/admin/titles'));
    expect(place()).toBe('/sign-in?return=%2Fadmin%2Ftitles');
  });

  test('SignIn_WrongPassword_IsSaidAndNobodyIsSignedIn', async () => {
    platform({ [signIn]: problem(401) });
    await renderPage(<SignInPage />, '/sign-in', { me: null });
    typeAndSend();
    expect(await screen.findByText('The e-mail address or the password is wrong.')).toBeInTheDocument();
    expect(hasSession()).toBe(false);
    expect(place()).toBe('/sign-in');
  });

  test('SignIn_Suspended_IsSaid', async () => {
    platform({ [signIn]: problem(403, { code: 'account-suspended' }) });
    await renderPage(<SignInPage />, '/sign-in', { me: null });
    typeAndSend();
    expect(await screen.findByText(/This account is suspended/)).toBeInTheDocument();
  });

  test('SignIn_NoNetwork_SaysOffline', async () => {
    platform({});
    await renderPage(<SignInPage />, '/sign-in', { me: null });
    typeAndSend();
    expect(await screen.findByRole('alert')).toHaveTextContent('Check your connection');
  });

  test('SignIn_AddressUnproven_AsksForTheCodeAndGoesOn', async () => {
    const gateway = platform({
      [signIn]: [problem(403, { code: 'email-unproven', accountId: account.id }), signedInAnswer()],
      'POST /identity/passcodes/verify': nothing(),
      ...me,
    });
    await renderPage(<SignInPage />, '/sign-in?return=%2Fsearch', { me: null });
    typeAndSend();
    await screen.findByLabelText('Code from the mail');
    fill('Code from the mail', 'k7mx4r');
    press('Confirm');
    await waitFor(() => expect(place()).toBe('/search'));
    expect(gateway.bodies('POST /identity/passcodes/verify')).toEqual([{ accountId: account.id, code: 'K7MX4R' }]);
  });

  test.each([
    ['revoked', /signed out from another one/],
    ['expired', /away for a while/],
    ['suspended', /was suspended/],
    ['signed-out-everywhere', /signed out from another/],
    ['password-changed', /password was changed/],
    ['refresh-token-reused', /somebody may have copied it/],
    ['password-reset', /new password is set/],
    ['<b>made up</b>', /This session has ended/],
  ])('SignIn_Reason%s_IsSaidInPlainWords', async (reason, words) => {
    platform({});
    await renderPage(<SignInPage />, `/sign-in?reason=${encodeURIComponent(reason)}`, { me: null });
    expect(screen.getByRole('status')).toHaveTextContent(words);
  });
});

describe('second step', () => {
  test('Totp_RightCode_SignsIn', async () => {
    const gateway = platform({ [signIn]: secondFactorAnswer(['totp', 'recovery-code']), [`${challenge}/totp`]: signedInAnswer(), ...me });
    await renderPage(<SignInPage />, '/sign-in', { me: null });
    typeAndSend();
    await screen.findByLabelText('Code from your authenticator app');
    fill('Code from your authenticator app', '492039');
    press('Continue');
    await waitFor(() => expect(place()).toBe('/'));
    expect(gateway.bodies(`${challenge}/totp`)).toEqual([{ code: '492039' }]);
  });

  test('Totp_WrongCode_MayBeTriedAgain', async () => {
    platform({ [signIn]: secondFactorAnswer(['totp']), [`${challenge}/totp`]: [problem(401), signedInAnswer()], ...me });
    await renderPage(<SignInPage />, '/sign-in', { me: null });
    typeAndSend();
    await screen.findByLabelText('Code from your authenticator app');
    fill('Code from your authenticator app', '111111');
    press('Continue');
    expect(await screen.findByText(/That code is wrong or has been used/)).toBeInTheDocument();
    press('Continue');
    await waitFor(() => expect(place()).toBe('/'));
  });

  test('RecoveryCode_Chosen_IsSentAsTyped', async () => {
    const gateway = platform({ [signIn]: secondFactorAnswer(['totp', 'recovery-code']), [`${challenge}/recovery-code`]: signedInAnswer(), ...me });
    await renderPage(<SignInPage />, '/sign-in', { me: null });
    typeAndSend();
    await screen.findByRole('button', { name: 'Use a recovery code' });
    press('Use a recovery code');
    fill('Recovery code', 'K7MX4-RW2HD');
    press('Continue');
    await waitFor(() => expect(place()).toBe('/'));
    expect(gateway.bodies(`${challenge}/recovery-code`)).toEqual([{ code: 'K7MX4-RW2HD' }]);
  });

  test('Methods_WithoutRecoveryCodes_OfferNone', async () => {
    platform({ [signIn]: secondFactorAnswer(['totp']) });
    await renderPage(<SignInPage />, '/sign-in', { me: null });
    typeAndSend();
    await screen.findByLabelText('Code from your authenticator app');
    expect(screen.queryByRole('button', { name: 'Use a recovery code' })).toBeNull();
  });

  test('Challenge_ItsTimePasses_BeginsAgain', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    platform({ [signIn]: secondFactorAnswer(['totp']) });
    await renderPage(<SignInPage />, '/sign-in', { me: null });
    typeAndSend();
    await screen.findByLabelText('Code from your authenticator app');
    await act(() => vi.advanceTimersByTimeAsync(300_000));
    expect(screen.getByText(/That took too long/)).toBeInTheDocument();
    expect(screen.getByLabelText('Password')).toHaveValue('');
  });
});
