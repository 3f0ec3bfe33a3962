import { expect, test, vi } from 'vitest';
import { Passkey, stubPasskeys } from '../testing';
import { askPasskey, makePasskey, PasskeyError } from './webauthn';

const options = { challenge: 'AQID-_8', rpId: 'localhost', userVerification: 'required', extensions: null, allowCredentials: [{ type: 'public-key', id: 'BAUG' }] };
const { get, create } = stubPasskeys();

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
  class Own extends Passkey {
    static parseRequestOptionsFromJSON = parse;
    toJSON = () => ({ own: true });
  }
  vi.stubGlobal('PublicKeyCredential', Own);
  get.mockResolvedValue(new Own());
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
