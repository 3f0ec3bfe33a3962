import { afterEach, beforeEach, vi } from 'vitest';

const bytes = (...values: number[]) => Uint8Array.from(values).buffer;

/** A credential of a browser that does not write JSON by itself. */
export class Passkey {
  id = 'BAUG';
  rawId = bytes(4, 5, 6);
  type = 'public-key';
  authenticatorAttachment = 'platform';
  constructor(readonly response: object = new Assertion()) {}
  getClientExtensionResults = () => ({});
  static isConditionalMediationAvailable = () => Promise.resolve(false);
}

export class Assertion {
  clientDataJSON = bytes(1);
  authenticatorData = bytes(2);
  signature = bytes(251, 255);
  userHandle = bytes(3);
}

export class Attestation {
  clientDataJSON = bytes(1);
  attestationObject = bytes(2);
  getTransports = () => ['internal'];
}

/** Before each test of the file: a browser that knows passkeys and gives one whenever it is asked. */
export function stubPasskeys() {
  const get = vi.fn();
  const create = vi.fn();
  beforeEach(() => {
    get.mockReset().mockImplementation(() => Promise.resolve(new Passkey()));
    create.mockReset().mockImplementation(() => Promise.resolve(new Passkey(new Attestation())));
    vi.stubGlobal('PublicKeyCredential', Passkey);
    vi.stubGlobal('AuthenticatorAttestationResponse', Attestation);
    Object.defineProperty(navigator, 'credentials', { configurable: true, value: { get, create } });
  });
  afterEach(() => void Reflect.deleteProperty(navigator, 'credentials'));
  return { get, create };
}
