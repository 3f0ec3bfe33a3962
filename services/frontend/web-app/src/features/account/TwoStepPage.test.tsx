import { json, nothing, platform, problem, proofWanted, tokens } from '@streamix/api/testing';
import { fill, press, tick } from '@streamix/ui/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '../auth/testing/renderPage';
import { Component as TwoStepPage } from './TwoStepPage';

const read = 'GET /identity/factors';
const begin = 'POST /identity/totp';
const confirm = 'POST /identity/totp/confirm';
const off = { email: 'ada@example.org', passwordChangedAt: null, totp: false, recoveryCodesLeft: 0, passkeys: 0 };
const on = { ...off, totp: true, recoveryCodesLeft: 2 };
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const enrolment = { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Streamix:ada?secret=JBSWY3DPEHPK3PXP', qrCode: svg };
const recoveryCodes = ['K7MX4-RW2HD', '9TB3X-WZ2QA'];
const stepUp = { 'POST /identity/step-up': json({ acr: 'aal1', accessExpiresAt: tokens().accessExpiresAt }) };

async function begun() {
  await renderPage(<TwoStepPage />, '/account/two-step');
  await screen.findByText('Off');
  press('Set it up');
}

test('Enrol_ProofAndCode_ShowsTheCodesOnceUntilKept', async () => {
  const gateway = platform({ ...stepUp, [read]: [json(off), json(off), json(on)], [begin]: [proofWanted(), json(enrolment)], [confirm]: json({ recoveryCodes }) });
  await begun();
  await screen.findByLabelText('Your password');
  fill('Your password', 'a house by the river');
  press('Confirm');
  const picture = await screen.findByAltText('QR code for your authenticator app');
  expect(decodeURIComponent(picture.getAttribute('src') ?? '')).toBe(`data:image/svg+xml;charset=utf-8,${svg}`);
  expect(document.querySelector('script')).toBeNull();
  expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeInTheDocument();
  fill('Code from the app', '492039');
  press('Switch it on');
  expect(await screen.findByText('K7MX4-RW2HD')).toBeInTheDocument();
  expect(gateway.bodies(confirm)).toEqual([{ code: '492039' }]);
  expect(screen.getByRole('button', { name: 'Done' })).toBeDisabled();
  tick('I kept them');
  press('Done');
  expect(await screen.findByText('On')).toBeInTheDocument();
  expect(screen.queryByText('K7MX4-RW2HD')).toBeNull();
});

test('Enrol_WrongCode_IsSaidAndMayBeTriedAgain', async () => {
  platform({ [read]: json(off), [begin]: json(enrolment), [confirm]: [problem(422, { errors: { code: ['is wrong'] } }), json({ recoveryCodes })] });
  await begun();
  await screen.findByLabelText('Code from the app');
  fill('Code from the app', '111111');
  press('Switch it on');
  expect((await screen.findAllByText(/That code is wrong/)).length).toBeGreaterThan(0);
  fill('Code from the app', '492039');
  press('Switch it on');
  expect(await screen.findByText('9TB3X-WZ2QA')).toBeInTheDocument();
});

test('Codes_CopiedDownloadedAndPrinted_AreAllOfThem', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  const saved: Blob[] = [];
  vi.stubGlobal('URL', Object.assign(class extends URL {}, { createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`, revokeObjectURL: vi.fn() }));
  const print = vi.fn();
  vi.stubGlobal('print', print);
  const follow = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  platform({ [read]: json(on), 'POST /identity/recovery-codes': json({ recoveryCodes }) });
  await renderPage(<TwoStepPage />, '/account/two-step');
  await screen.findByText('Recovery codes left: 2');
  press('New recovery codes');
  within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Get new codes' }).click();
  await screen.findByText('K7MX4-RW2HD');
  press('Copy');
  press('Download');
  press('Print');
  await waitFor(() => expect(writeText).toHaveBeenCalledWith('K7MX4-RW2HD\n9TB3X-WZ2QA'));
  expect(saved[0]?.type).toBe('text/plain;charset=utf-8');
  expect(saved[0]?.size).toBeGreaterThan(recoveryCodes.join('\n').length);
  expect(follow).toHaveBeenCalledOnce();
  expect(print).toHaveBeenCalledOnce();
  follow.mockRestore();
});

test('SwitchOff_Confirmed_IsOff', async () => {
  const end = 'DELETE /identity/totp';
  const gateway = platform({ [read]: [json(on), json(off)], [end]: nothing() });
  await renderPage(<TwoStepPage />, '/account/two-step');
  await screen.findByText('On');
  press('Switch off');
  const dialog = await screen.findByRole('alertdialog', { name: 'Switch two-step sign-in off?' });
  expect(gateway.of(end)).toEqual([]);
  within(dialog).getByRole('button', { name: 'Switch it off' }).click();
  expect(await screen.findByText('Off')).toBeInTheDocument();
});
