import { bytesOf, textOf } from './base64url';

/** What the service names in an answer and hands to the browser. */
export interface PasskeyCeremony {
  challenge: string;
  options: unknown;
}

export type PasskeyFailure = 'cancelled' | 'unsupported' | 'known' | 'failed';

export class PasskeyError extends Error {
  constructor(readonly reason: PasskeyFailure, cause?: unknown) {
    super(`passkey ${reason}`, { cause });
    this.name = 'PasskeyError';
  }
}

export function passkeysSupported(): boolean {
  return typeof window.PublicKeyCredential === 'function' && 'credentials' in navigator;
}

/** Whether the browser offers passkeys among the suggestions of an input. */
export async function autofillSupported(): Promise<boolean> {
  if (!passkeysSupported()) return false;
  const type: { isConditionalMediationAvailable?: () => Promise<boolean> } = PublicKeyCredential;
  return (await type.isConditionalMediationAvailable?.()) ?? false;
}

/** Asks for a passkey; gives the credential as JSON. */
export async function askPasskey(options: unknown, how: { signal?: AbortSignal; mediation?: CredentialMediationRequirement } = {}): Promise<unknown> {
  if (!passkeysSupported()) throw new PasskeyError('unsupported');
  return jsonOf(await heard(() => navigator.credentials.get({ publicKey: requestOptions(options), ...how })));
}

/** Makes a passkey; gives the credential as JSON. */
export async function makePasskey(options: unknown, signal?: AbortSignal): Promise<unknown> {
  if (!passkeysSupported()) throw new PasskeyError('unsupported');
  return jsonOf(await heard(() => navigator.credentials.create({ publicKey: creationOptions(options), ...(signal ? { signal } : {}) })));
}

async function heard<T>(ask: () => Promise<T | null>): Promise<T> {
  try {
    const given = await ask();
    if (given === null) throw new PasskeyError('cancelled');
    return given;
  } catch (error) {
    if (error instanceof PasskeyError) throw error;
    const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : '';
    if (name === 'NotAllowedError' || name === 'AbortError') throw new PasskeyError('cancelled', error);
    throw new PasskeyError(name === 'InvalidStateError' ? 'known' : 'failed', error);
  }
}

type Descriptor = PublicKeyCredentialDescriptorJSON;

function requestOptions(given: unknown): PublicKeyCredentialRequestOptions {
  const json = withoutNulls(given) as PublicKeyCredentialRequestOptionsJSON;
  if (typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function') return PublicKeyCredential.parseRequestOptionsFromJSON(json);
  const { allowCredentials, challenge, extensions: _, ...rest } = json;
  return { ...(rest as object), challenge: bytesOf(challenge), allowCredentials: allowCredentials?.map(descriptor) ?? [] };
}

function creationOptions(given: unknown): PublicKeyCredentialCreationOptions {
  const json = withoutNulls(given) as PublicKeyCredentialCreationOptionsJSON;
  if (typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function') return PublicKeyCredential.parseCreationOptionsFromJSON(json);
  const { attestation: _, challenge, excludeCredentials, extensions: __, user, ...rest } = json;
  return {
    ...(rest as Pick<PublicKeyCredentialCreationOptions, 'rp' | 'pubKeyCredParams'>),
    challenge: bytesOf(challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: excludeCredentials?.map(descriptor) ?? [],
  };
}

function descriptor({ id, transports }: Descriptor): PublicKeyCredentialDescriptor {
  return { type: 'public-key', id: bytesOf(id), ...(transports ? { transports: transports as AuthenticatorTransport[] } : {}) };
}

/** Absent and null are one thing to the service, but not to the browser. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null).map(([name, part]) => [name, withoutNulls(part)]));
}

function jsonOf(credential: Credential): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new PasskeyError('failed');
  if (typeof credential.toJSON === 'function') return credential.toJSON();
  const { id, rawId, type, response, authenticatorAttachment } = credential;
  return { id, rawId: textOf(rawId), type, authenticatorAttachment, response: responseOf(response), clientExtensionResults: credential.getClientExtensionResults() };
}

function responseOf(response: AuthenticatorResponse): object {
  const clientDataJSON = textOf(response.clientDataJSON);
  if (response instanceof AuthenticatorAttestationResponse)
    return { clientDataJSON, attestationObject: textOf(response.attestationObject), transports: response.getTransports?.() ?? [] };
  const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
  return { clientDataJSON, authenticatorData: textOf(authenticatorData), signature: textOf(signature), ...(userHandle ? { userHandle: textOf(userHandle) } : {}) };
}
