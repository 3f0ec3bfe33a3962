import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Component as SignInPage } from '../SignInPage';
import { account, edge, json, problem, signedInAnswer } from '../testing/edge';
import { press } from '../testing/hands';
import { place, renderPage } from '../testing/renderPage';
import { askPasskey, makePasskey, PasskeyError } from './webauthn';

const begin = 'POST /identity/passkeys/options';
const finish = 'POST /identity/passkeys/sign-in';
const challenge = '01976f3e-5b1c-7b3a-9d53-2f8f6f0c1a11';
const options = { challenge: 'AQID-_8', rpId: 'localhost', userVerification: 'required', extensions: null, allowCredentials: [{ type: 'public-key', id: 'BAUG' }] };
const bytes = (...values: number[]) => Uint8Array.from(values).buffer;

class Key {
  id = 'BAUG';
  rawId = bytes(4, 5, 6);
  type = 'public-key';
  authenticatorAttachment = 'platform';
  constructor(readonly response: object) {}
  getClientExtensionResults = () => ({});
  static isConditionalMediationAvailable = () => Promise.resolve(false);
}

class Attestation {
  clientDataJSON = bytes(1);
  attestationObject = bytes(2);
  getTransports = () => ['internal'];
}

const assertion = { clientDataJSON: bytes(1), authenticatorData: bytes(2), signature: bytes(251, 255), userHandle: bytes(3) };
let get: ReturnType<typeof vi.fn>;
let create: ReturnType<typeof vi.fn>;

beforeEach(() => {
  get = vi.fn(() => Promise.resolve(new Key(assertion)));
  create = vi.fn(() => Promise.resolve(new Key(new Attestation())));
  vi.stubGlobal('PublicKeyCredential', Key);
  vi.stubGlobal('AuthenticatorAttestationResponse', Attestation);
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: { get, create } });
});

afterEach(() => void Reflect.deleteProperty(navigator, 'credentials'));

describe('webauthn', () => {
  test('Ask_BrowserWithoutJsonMethods_TranslatesBothWays', async () => {
    const answer = await askPasskey(options);
    const { publicKey } = get.mock.calls[0]?.[0];
    expect([...publicKey.challenge]).toEqual([1, 2, 3, 251, 255]);
    expect([...publicKey.allowCredentials[0].id]).toEqual([4, 5, 6]);
    expect(publicKey).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(answer).toEqual({
      id: 'BAUG',
      rawId: 'BAUG',
      type: 'public-key',
      authenticatorAttachment: 'platform',
      response: { clientDataJSON: 'AQ', authenticatorData: 'Ag', signature: '-_8', userHandle: 'Aw' },
      clientExtensionResults: {},
    });
  });

  test('Ask_BrowserWithJsonMethods_UsesThemWithoutNulls', async () => {
    const parse = vi.fn(() => ({ parsed: true }));
    vi.stubGlobal('PublicKeyCredential', Object.assign(class extends Key { toJSON = () => ({ own: true }); }, { parseRequestOptionsFromJSON: parse }));
    const withJson = new (globalThis.PublicKeyCredential as unknown as typeof Key)(assertion);
    get.mockResolvedValue(withJson);
    expect(await askPasskey(options)).toEqual({ own: true });
    expect(parse).toHaveBeenCalledWith({ challenge: 'AQID-_8', rpId: 'localhost', userVerification: 'required', allowCredentials: [{ type: 'public-key', id: 'BAUG' }] });
    expect(get).toHaveBeenCalledWith({ publicKey: { parsed: true } });
  });

  test('Make_Passkey_GivesTheAttestation', async () => {
    const made = await makePasskey({ challenge: 'AQ', rp: { name: 'Streamix' }, user: { id: 'BAUG', name: 'a', displayName: 'a' }, pubKeyCredParams: [], excludeCredentials: [{ type: 'public-key', id: 'BAUG' }] });
    expect([...create.mock.calls[0]?.[0].publicKey.user.id]).toEqual([4, 5, 6]);
    expect(made).toMatchObject({ response: { attestationObject: 'Ag', transports: ['internal'] } });
  });

  test.each([
    ['NotAllowedError', 'cancelled'],
    ['AbortError', 'cancelled'],
    ['InvalidStateError', 'known'],
    ['SecurityError', 'failed'],
  ])('Ask_%s_Is%s', async (name, reason) => {
    get.mockRejectedValue(new DOMException('no', name));
    await expect(askPasskey(options)).rejects.toMatchObject({ reason });
  });

  test('Ask_BrowserWithoutPasskeys_IsUnsupported', async () => {
    vi.stubGlobal('PublicKeyCredential', undefined);
    await expect(askPasskey(options)).rejects.toEqual(new PasskeyError('unsupported'));
  });
});

describe('sign-in page', () => {
  const answers = { [begin]: json({ challenge, options }), [finish]: signedInAnswer(), 'GET /account': json(account) };

  test('Button_PasskeyGiven_SignsIn', async () => {
    const platform = edge(answers);
    await renderPage(<SignInPage />, '/sign-in?return=%2Fsearch', { me: null });
    press('Use a passkey');
    await waitFor(() => expect(place()).toBe('/search'));
    expect(platform.bodies(begin)).toEqual([{ persistent: true, transport: 'cookie' }]);
    expect(platform.bodies(finish)).toMatchObject([{ challenge, credential: { id: 'BAUG' } }]);
  });

  test('Button_PasskeyNotGiven_IsSaid', async () => {
    get.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    edge(answers);
    await renderPage(<SignInPage />, '/sign-in', { me: null });
    press('Use a passkey');
    expect(await screen.findByText(/No passkey was used/)).toBeInTheDocument();
  });

  test('Button_PasskeyNotAccepted_IsSaid', async () => {
    edge({ ...answers, [finish]: problem(401) });
    await renderPage(<SignInPage />, '/sign-in', { me: null });
    press('Use a passkey');
    expect(await screen.findByText(/This passkey is not accepted/)).toBeInTheDocument();
  });

  test('Autofill_PasskeyChosen_SignsInWithoutTheButton', async () => {
    vi.stubGlobal('PublicKeyCredential', Object.assign(class extends Key {}, { isConditionalMediationAvailable: () => Promise.resolve(true) }));
    get.mockResolvedValue(new (globalThis.PublicKeyCredential as unknown as typeof Key)(assertion));
    edge(answers);
    await renderPage(<SignInPage />, '/sign-in', { me: null });
    await waitFor(() => expect(place()).toBe('/'));
    expect(get.mock.calls[0]?.[0]).toMatchObject({ mediation: 'conditional' });
    expect(screen.queryByRole('status')).toBeNull();
  });

  test('Autofill_Unsupported_AsksTheServiceForNothing', async () => {
    const platform = edge(answers);
    await renderPage(<SignInPage />, '/sign-in', { me: null });
    await screen.findByRole('button', { name: 'Use a passkey' });
    expect(platform.sent).toEqual([]);
  });

  test('Autofill_ButtonPressed_MakesRoomForIt', async () => {
    vi.stubGlobal('PublicKeyCredential', Object.assign(class extends Key {}, { isConditionalMediationAvailable: () => Promise.resolve(true) }));
    const signals: AbortSignal[] = [];
    get.mockImplementation(({ signal, mediation }: { signal: AbortSignal; mediation?: string }) => {
      signals.push(signal);
      if (mediation !== 'conditional') return Promise.resolve(new (globalThis.PublicKeyCredential as unknown as typeof Key)(assertion));
      return new Promise((_, fail) => signal.addEventListener('abort', () => fail(new DOMException('stopped', 'AbortError'))));
    });
    edge(answers);
    await renderPage(<SignInPage />, '/sign-in', { me: null });
    await waitFor(() => expect(signals).toHaveLength(1));
    press('Use a passkey');
    await waitFor(() => expect(place()).toBe('/'));
    expect(signals[0]?.aborted).toBe(true);
  });
});
