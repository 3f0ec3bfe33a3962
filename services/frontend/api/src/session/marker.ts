const key = 'streamix.session';

/** What every tab may know of the session; the tokens themselves are in cookies that no script can read. */
export interface Marker {
  accessExpiresAt: number;
  renewedAt: number;
}

/** Nobody is signed in where there is none: so that a stranger's first visit asks nothing that must be refused. */
export function readMarker(): Marker | null {
  try {
    const { accessExpiresAt, renewedAt }: Partial<Marker> = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof accessExpiresAt === 'number' && typeof renewedAt === 'number' ? { accessExpiresAt, renewedAt } : null;
  } catch {
    return null;
  }
}

export function writeMarker(accessExpiresAt: string, now = Date.now()): void {
  localStorage.setItem(key, JSON.stringify({ accessExpiresAt: Date.parse(accessExpiresAt), renewedAt: now }));
}

export function removeMarker(): void {
  localStorage.removeItem(key);
}
