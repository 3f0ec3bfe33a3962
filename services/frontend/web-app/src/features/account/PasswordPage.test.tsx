import { nothing, platform, problem } from '@streamix/api/testing';
import { fill, press } from '@streamix/ui/testing';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '../auth/testing/renderPage';
import { Component as PasswordPage } from './PasswordPage';

const change = 'PUT /identity/password';
const old = 'a house by the river 1815';
const next = 'another house by the sea 1852';

async function changeTo(password: string) {
  await renderPage(<PasswordPage />, '/account/password');
  fill('Current password', old);
  fill('New password', password);
  press('Change password');
}

test('Password_Changed_SaysThatOtherDevicesAreOut', async () => {
  const gateway = platform({ [change]: nothing() });
  await changeTo(next);
  expect(await screen.findByText(/Your other devices are signed out/)).toBeInTheDocument();
  expect(gateway.bodies(change)).toEqual([{ currentPassword: old, newPassword: next }]);
  expect(screen.getByLabelText('Current password')).toHaveValue('');
});

test('Password_CurrentIsWrong_IsSaidThere', async () => {
  platform({ [change]: problem(422, { errors: { currentPassword: ['is wrong'] } }) });
  await changeTo(next);
  expect(await screen.findByText('This is not your current password.')).toBeInTheDocument();
});

test('Password_Breached_IsSaidAtTheNewOne', async () => {
  platform({ [change]: problem(422, { errors: { newPassword: ['is known from a breach'] } }) });
  await changeTo(next);
  expect(await screen.findByText(/known from data breaches/)).toBeInTheDocument();
});

test('Password_TooShort_IsNotSent', async () => {
  const gateway = platform({ [change]: nothing() });
  await changeTo('short');
  expect(await screen.findByText('Use at least 10 characters.')).toBeInTheDocument();
  expect(gateway.sent).toEqual([]);
});
