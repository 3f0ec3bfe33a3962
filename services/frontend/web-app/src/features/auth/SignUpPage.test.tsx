import { hasSession } from '@streamix/api';
import { json, nothing, platform, problem } from '@streamix/api/testing';
import { fill, press, tick } from '@streamix/ui/testing';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Component as SignUpPage } from './SignUpPage';
import { account, signedInAnswer } from './testing/answers';
import { place, renderPage } from './testing/renderPage';

const register = 'POST /account/registrations';
const verify = 'POST /identity/passcodes/verify';
const resend = 'POST /identity/passcodes/resend';
const signIn = 'POST /identity/sign-in';
const registered = () => json({ accountId: account.id, status: 'pending' }, 201);

beforeEach(() => void vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB', 'en']));
afterEach(() => vi.useRealTimers());

function fillIn(password = 'a house by the river 1815') {
  fill('Your name', 'Ada');
  fill('E-mail address', 'ada@example.org');
  fill('Password', password);
}

async function signUp() {
  await renderPage(<SignUpPage />, '/sign-up', { me: null });
  fillIn();
  tick('I accept the terms of use');
  press('Create account');
}

async function enterCode(code: string) {
  await screen.findByLabelText('Code from the mail');
  fill('Code from the mail', code);
  press('Confirm');
}

describe('registration', () => {
  test('SignUp_ThenCode_EndsSignedInAtTheProfiles', async () => {
    const gateway = platform({ [register]: registered(), [verify]: nothing(), [signIn]: signedInAnswer(), 'GET /account': json(account) });
    await signUp();
    await enterCode('k7mx4r');
    await waitFor(() => expect(place()).toBe('/profiles'));
    expect(gateway.bodies(register)).toEqual([
      {
        email: 'ada@example.org',
        password: 'a house by the river 1815',
        displayName: 'Ada',
        locale: 'en',
        country: 'GB',
        termsVersion: '2026-01',
        marketingConsent: false,
      },
    ]);
    expect(gateway.bodies(verify)).toEqual([{ accountId: account.id, code: 'K7MX4R' }]);
    expect(hasSession()).toBe(true);
  });

  test('SignUp_AnyAddress_TellsTheSameWhetherItIsKnown', async () => {
    platform({ [register]: registered() });
    await signUp();
    expect(await screen.findByText(/If this address has an account already, our mail says so instead/)).toBeInTheDocument();
  });

  test('SignUp_ShortPasswordAndNoTerms_IsNotSent', async () => {
    const gateway = platform({ [register]: registered() });
    await renderPage(<SignUpPage />, '/sign-up', { me: null });
    fillIn('short');
    press('Create account');
    expect(await screen.findByText('Use at least 10 characters.')).toBeInTheDocument();
    expect(screen.getByText(/Without accepting the terms/)).toBeInTheDocument();
    expect(gateway.sent).toEqual([]);
  });

  test('SignUp_BreachedPassword_IsSaidUntilItIsAnother', async () => {
    const complaint = { password: ['is known from data breaches and would be guessed; choose another one'] };
    platform({ [register]: [problem(422, { errors: complaint }), registered()] });
    await signUp();
    expect(await screen.findByText(/known from data breaches, so/)).toBeInTheDocument();
    fill('Password', 'another house by the sea');
    expect(screen.queryByText(/known from data breaches, so/)).toBeNull();
  });

  test('SignUp_RepeatedAfterALostAnswer_HasTheSameKey', async () => {
    const gateway = platform({ [register]: [problem(503), registered()] });
    await signUp();
    await screen.findByText(/It is not your fault/);
    press('Create account');
    await screen.findByLabelText('Code from the mail');
    const keys = gateway.of(register).map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  test('SignUp_AnotherDraft_HasAnotherKey', async () => {
    const gateway = platform({ [register]: [problem(422, { errors: { email: ['has no valid domain after the @'] } }), registered()] });
    await signUp();
    expect(await screen.findByText('This is not an address that mail can be sent to.')).toBeInTheDocument();
    fill('E-mail address', 'ada@example.com');
    press('Create account');
    await screen.findByLabelText('Code from the mail');
    const keys = gateway.of(register).map(({ headers }) => headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(2);
  });

  test('SignUp_SignInFailsAfterTheCode_AsksForThePassword', async () => {
    platform({ [register]: registered(), [verify]: nothing(), [signIn]: problem(503) });
    await signUp();
    await enterCode('K7MX4R');
    await waitFor(() => expect(place()).toBe('/sign-in?reason=confirmed'));
  });
});

describe('code', () => {
  test('Code_Wrong_IsSaidAndMayBeTriedAgain', async () => {
    platform({
      [register]: registered(),
      [verify]: [problem(422, { errors: { code: ['is wrong or no longer valid'] } }), nothing()],
      [signIn]: signedInAnswer(),
      'GET /account': json(account),
    });
    await signUp();
    await enterCode('AAAAAA');
    expect((await screen.findAllByText(/That code is wrong or no longer valid/)).length).toBeGreaterThan(0);
    await enterCode('K7MX4R');
    await waitFor(() => expect(place()).toBe('/profiles'));
  });

  test('Resend_BeforeItsTime_CountsDownThenSends', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const gateway = platform({ [register]: registered(), [resend]: nothing(202) });
    await signUp();
    await screen.findByLabelText('Code from the mail');
    const button = screen.getByRole('button', { name: /Send another code/ });
    expect(button).toHaveTextContent(/in (60|5\d) s/);
    press(/Send another code/);
    expect(gateway.of(resend)).toHaveLength(0);

    await act(() => vi.advanceTimersByTimeAsync(61_000));
    expect(button).toHaveTextContent(/^Send another code$/);
    press('Send another code');
    expect(await screen.findByText(/another code is on its way/)).toBeInTheDocument();
    expect(gateway.bodies(resend)).toEqual([{ accountId: account.id }]);
    expect(button).toHaveTextContent(/in (60|5\d) s/);
  });

  test('Resend_TooSoonForTheService_WaitsAsLongAsItSays', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    platform({ [register]: registered(), [resend]: problem(429, {}, { 'Retry-After': '300' }) });
    await signUp();
    await screen.findByLabelText('Code from the mail');
    await act(() => vi.advanceTimersByTimeAsync(61_000));
    press('Send another code');
    expect(await screen.findByText(/A code was sent a moment ago/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Send another code/ })).toHaveTextContent(/in (300|29\d) s/);
  });
});
