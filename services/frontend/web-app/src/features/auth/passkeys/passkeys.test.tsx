import { Passkey, stubPasskeys } from '@streamix/account/testing';
import { json, platform, problem } from '@streamix/api/testing';
import { press } from '@streamix/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Component as SignInPage } from '../SignInPage';
import { account, signedInAnswer } from '../testing/answers';
import { place, renderPage } from '../testing/renderPage';

const begin = 'POST /identity/passkeys/options';
const finish = 'POST /identity/passkeys/sign-in';
const challenge = '01976f3e-5b1c-7b3a-9d53-2f8f6f0c1a11';
const options = { challenge: 'AQID-_8', rpId: 'localhost', userVerification: 'required', extensions: null, allowCredentials: [{ type: 'public-key', id: 'BAUG' }] };
const { get } = stubPasskeys();

class Offered extends Passkey {
  static override isConditionalMediationAvailable = () => Promise.resolve(true);
}

const answers = { [begin]: json({ challenge, options }), [finish]: signedInAnswer(), 'GET /account': json(account) };

test('Button_PasskeyGiven_SignsIn', async () => {
  const gateway = platform(answers);
  await renderPage(<SignInPage />, '/sign-in?return=%2Fsearch', { me: null });
  press('Use a passkey');
  await waitFor(() => expect(place()).toBe('/search'));
  expect(gateway.bodies(begin)).toEqual([{ persistent: true, transport: 'cookie' }]);
  expect(gateway.bodies(finish)).toMatchObject([{ challenge, credential: { id: 'BAUG' } }]);
});

test('Button_PasskeyNotGiven_IsSaid', async () => {
  get.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  platform(answers);
  await renderPage(<SignInPage />, '/sign-in', { me: null });
  press('Use a passkey');
  expect(await screen.findByText(/No passkey was used/)).toBeInTheDocument();
});

test('Button_PasskeyNotAccepted_IsSaid', async () => {
  platform({ ...answers, [finish]: problem(401) });
  await renderPage(<SignInPage />, '/sign-in', { me: null });
  press('Use a passkey');
  expect(await screen.findByText(/This passkey is not accepted/)).toBeInTheDocument();
});

test('Autofill_PasskeyChosen_SignsInWithoutTheButton', async () => {
  vi.stubGlobal('PublicKeyCredential', Offered);
  get.mockResolvedValue(new Offered());
  platform(answers);
  await renderPage(<SignInPage />, '/sign-in', { me: null });
  await waitFor(() => expect(place()).toBe('/'));
  expect(get.mock.calls[0]?.[0]).toMatchObject({ mediation: 'conditional' });
  expect(screen.queryByRole('status')).toBeNull();
});

test('Autofill_Unsupported_AsksTheServiceForNothing', async () => {
  const gateway = platform(answers);
  await renderPage(<SignInPage />, '/sign-in', { me: null });
  await screen.findByRole('button', { name: 'Use a passkey' });
  expect(gateway.sent).toEqual([]);
});

test('Autofill_ButtonPressed_MakesRoomForIt', async () => {
  vi.stubGlobal('PublicKeyCredential', Offered);
  const signals: AbortSignal[] = [];
  get.mockImplementation(({ signal, mediation }: { signal: AbortSignal; mediation?: string }) => {
    signals.push(signal);
    if (mediation !== 'conditional') return Promise.resolve(new Offered());
    return new Promise((_, fail) => signal.addEventListener('abort', () => fail(new DOMException('stopped', 'AbortError'))));
  });
  platform(answers);
  await renderPage(<SignInPage />, '/sign-in', { me: null });
  await waitFor(() => expect(signals).toHaveLength(1));
  press('Use a passkey');
  await waitFor(() => expect(place()).toBe('/'));
  expect(signals[0]?.aborted).toBe(true);
});
