import { session } from '@streamix/api';
import { json, platform, problem, tokens } from '@streamix/api/testing';
import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '../auth/testing/renderPage';
import { chosenProfile, rememberProfile } from './chosen';
import { chooseProfile, useProfile } from './current';
import { byron, page, profile } from './profiles.fixture';

function Who() {
  return <p>{useProfile()?.name ?? 'nobody'}</p>;
}

const list = { 'GET /profiles': json(page(profile(), byron)) };

test('Profile_Chosen_IsKnownAtOnceAndEverywhere', async () => {
  platform({ ...list, 'PUT /session/profile': json(tokens()) });
  await renderPage(<Who />, '/');
  expect(screen.getByText('nobody')).toBeInTheDocument();
  await act(() => chooseProfile(byron.id, '2580'));
  expect(await screen.findByText('Byron')).toBeInTheDocument();
  expect(session.hasSession()).toBe(true);
});

test('Profile_PinWrong_StaysAsItWas', async () => {
  rememberProfile(profile().id);
  platform({ ...list, 'PUT /session/profile': problem(403, { code: 'pin-wrong', attemptsLeft: 1 }) });
  await expect(chooseProfile(byron.id, '1')).rejects.toMatchObject({ code: 'pin-wrong', extensions: { attemptsLeft: 1 } });
  expect(chosenProfile()).toBe(profile().id);
});

test('Profile_ChosenInAnotherTab_IsFollowed', async () => {
  platform(list);
  await renderPage(<Who />, '/');
  act(() => {
    localStorage.setItem('streamix.profile', byron.id);
    window.dispatchEvent(new StorageEvent('storage', { key: 'streamix.profile', newValue: byron.id }));
  });
  expect(await screen.findByText('Byron')).toBeInTheDocument();
});

test('Profile_NoLongerThere_IsNobody', async () => {
  rememberProfile('0199b0a5-7e7d-7c1f-8c52-00000000dead');
  const gateway = platform(list);
  await renderPage(<Who />, '/');
  await expect.poll(() => gateway.of('GET /profiles').length).toBe(1);
  expect(screen.getByText('nobody')).toBeInTheDocument();
});

test('Profile_SignedOutOrInAnew_IsForgotten', async () => {
  platform({ 'POST /session/sign-out': new Response(null, { status: 204 }) });
  rememberProfile(byron.id);
  await session.signOut();
  expect(chosenProfile()).toBeNull();
  rememberProfile(byron.id);
  session.signedIn(tokens());
  expect(chosenProfile()).toBeNull();
});
