export { Assertion, Attestation, Passkey, stubPasskeys } from './passkeys';
