import { json, nothing, platform, problem } from '@streamix/api/testing';
import { fill, press } from '@streamix/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Component as DevicePage } from './DevicePage';
import { userCodeOf } from './devices';
import { place, renderPage } from './testing/renderPage';

const find = 'GET /session/device/BCDFGHJK';
const decide = 'POST /session/device/BCDF-GHJK';
const device = {
  userCode: 'BCDF-GHJK',
  device: 'Living room TV',
  country: 'DE',
  requestedAt: '2026-01-31T12:00:00Z',
  expiresAt: '2026-01-31T12:10:00Z',
};

test('Device_CodeInTheLink_IsFilledInButNotSentUnasked', async () => {
  const gateway = platform({ [find]: json(device) });
  await renderPage(<DevicePage />, '/device?code=BCDF-GHJK');
  expect(screen.getByLabelText('Code on your device')).toHaveValue('BCDFGHJK');
  expect(gateway.sent).toEqual([]);
});

test.each([
  ['Let it in', true, /Your device goes on by itself/],
  ['Do not let it in', false, /The device was not let in/],
])('Device_%s_IsToldToTheService', async (button, approve, words) => {
  const gateway = platform({ [find]: json(device), [decide]: nothing() });
  await renderPage(<DevicePage />, '/device');
  fill('Code on your device', 'bcdf ghjk');
  press('Continue');
  expect(await screen.findByText('Living room TV')).toBeInTheDocument();
  expect(screen.getByText('Germany')).toBeInTheDocument();
  press(button);
  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(gateway.bodies(decide)).toEqual([{ approve }]);
});

test('Device_UnknownCode_IsSaid', async () => {
  platform({ [find]: problem(404) });
  await renderPage(<DevicePage />, '/device?code=BCDFGHJK');
  press('Continue');
  expect((await screen.findAllByText(/No device is waiting with this code/)).length).toBeGreaterThan(0);
});

test('Device_NoLongerWaiting_IsSaid', async () => {
  platform({ [find]: json(device), [decide]: problem(404) });
  await renderPage(<DevicePage />, '/device?code=BCDFGHJK');
  press('Continue');
  await screen.findByText('Living room TV');
  press('Let it in');
  expect(await screen.findByText(/The device no longer waits/)).toBeInTheDocument();
});

test('Device_Stranger_SignsInFirstAndComesBack', async () => {
  platform({});
  await renderPage(<DevicePage />, '/device?code=BCDF-GHJK', { me: null });
  await waitFor(() => expect(place()).toBe('/sign-in?return=%2Fdevice%3Fcode%3DBCDFGHJK'));
});

test('UserCode_AsPeopleWriteIt_IsRead', () => {
  expect(userCodeOf(' bcdf-ghjk')).toBe('BCDFGHJK');
  expect(userCodeOf('A1E0U')).toBe('');
  expect(userCodeOf('BCDFGHJKLM')).toBe('BCDFGHJK');
});
