import { api } from '../client';
import { unwrap } from '../unwrap';
import { announce } from './channel';
import { readMarker, writeMarker } from './marker';
import { end } from './refresh';

/** What every answer with new cookies says of them. */
export interface Renewed {
  accessExpiresAt: string;
}

/** Somebody signed in: every tab goes on as them. */
export function signedIn(tokens: Renewed): void {
  writeMarker(tokens.accessExpiresAt);
  announce({ kind: 'signed-in' });
}

/** The session has another profile now, and a token that says so. */
export function profileChanged(tokens: Renewed): void {
  writeMarker(tokens.accessExpiresAt);
  announce({ kind: 'profile-changed' });
}

/** The same session has a new token, as after a fresh proof of who one is. */
export function sessionRenewed(tokens: Renewed): void {
  writeMarker(tokens.accessExpiresAt);
}

/** Signs out here, or on every device. Every tab hears of it. */
export async function signOut(everywhere = false): Promise<void> {
  announce({ kind: 'signing-out' });
  try {
    if (everywhere) await unwrap(api.DELETE('/api/v1/session', { params: { query: { everywhere: true } } }));
    else await unwrap(api.POST('/api/v1/session/sign-out', {}));
  } catch (error) {
    announce({ kind: 'stayed' });
    throw error;
  }
  end('signed-out');
}

export function hasSession(): boolean {
  return readMarker() !== null;
}
