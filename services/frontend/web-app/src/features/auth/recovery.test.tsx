import { nothing, platform, problem } from '@streamix/api/testing';
import { fill, press } from '@streamix/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { Component as ForgotPasswordPage } from './ForgotPasswordPage';
import { Component as ResetPasswordPage } from './ResetPasswordPage';
import { resetTokenOf } from './resets';
import { place, renderPage } from './testing/renderPage';

const ask = 'POST /identity/password-resets';
const complete = `${ask}/complete`;
const token = 'Jx1tYb0cV6wz1m9cO3e8bZ2kq5n7r4s6u8x0A2C4E6G';

describe('forgot', () => {
  test('Forgot_AnyAddress_GetsTheSameAnswerAndAWait', async () => {
    const gateway = platform({ [ask]: nothing(202) });
    await renderPage(<ForgotPasswordPage />, '/forgot-password', { me: null });
    fill('E-mail address', ' ada@example.org ');
    press('Send the link');
    expect(await screen.findByText(/If this address has an account, a link is on its way/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Send it again \(in/ })).toBeDisabled();
    expect(gateway.bodies(ask)).toEqual([{ email: 'ada@example.org' }]);
  });

  test('Forgot_TooSoon_SaysSo', async () => {
    platform({ [ask]: problem(429, {}, { 'Retry-After': '30' }) });
    await renderPage(<ForgotPasswordPage />, '/forgot-password', { me: null });
    fill('E-mail address', 'ada@example.org');
    press('Send the link');
    expect(await screen.findByText(/A link was asked for a moment ago/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /in (30|2\d) s/ })).toBeDisabled();
  });
});

describe('reset', () => {
  test('Reset_LinkOfTheMail_SetsThePasswordAndLeavesNoToken', async () => {
    const gateway = platform({ [complete]: nothing() });
    await renderPage(<ResetPasswordPage />, `/reset-password#token=${token}`, { me: null });
    await waitFor(() => expect(place()).toBe('/reset-password'));
    fill('New password', 'another house by the sea');
    press('Set the password');
    await waitFor(() => expect(place()).toBe('/sign-in?reason=password-reset'));
    expect(gateway.bodies(complete)).toEqual([{ token, password: 'another house by the sea' }]);
  });

  test('Reset_TokenUsed_AsksForAnother', async () => {
    platform({ [complete]: problem(422, { errors: { token: ['is wrong or no longer valid'] } }) });
    await renderPage(<ResetPasswordPage />, `/reset-password#token=${token}`, { me: null });
    fill('New password', 'another house by the sea');
    press('Set the password');
    expect(await screen.findByText(/This link was used already/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Ask for another link' })).toHaveAttribute('href', '/forgot-password');
  });

  test('Reset_BreachedPassword_KeepsTheToken', async () => {
    platform({ [complete]: [problem(422, { errors: { password: ['is known from data breaches and would be guessed'] } }), nothing()] });
    await renderPage(<ResetPasswordPage />, `/reset-password#token=${token}`, { me: null });
    fill('New password', 'password12345');
    press('Set the password');
    expect(await screen.findByText(/known from data breaches, so/)).toBeInTheDocument();
    fill('New password', 'another house by the sea');
    press('Set the password');
    await waitFor(() => expect(place()).toBe('/sign-in?reason=password-reset'));
  });

  test('Reset_WithoutToken_TakesThePastedLink', async () => {
    const gateway = platform({ [complete]: nothing() });
    await renderPage(<ResetPasswordPage />, '/reset-password', { me: null });
    fill('Link or code from the mail', 'not a link');
    press('Continue');
    expect(await screen.findByText(/This is not a link of ours/)).toBeInTheDocument();
    fill('Link or code from the mail', `http://localhost:8080/reset-password#token=${token}`);
    press('Continue');
    await screen.findByLabelText('New password');
    fill('New password', 'another house by the sea');
    press('Set the password');
    await waitFor(() => expect(gateway.of(complete)).toHaveLength(1));
  });
});

test.each([
  [token, token],
  [`#token=${token}`, token],
  [`token=${token}`, token],
  [`  https://streamix.example/reset-password#token=${token}&x=1 `, token],
  ['', null],
  ['short', null],
  [`#other=${token}`, null],
  ['#token=<script>alert(1)</script>', null],
])('ResetToken_Of%s_IsRead', (text, read) => {
  expect(resetTokenOf(text)).toBe(read);
});
