import type { SessionEnd } from '@streamix/api';
import type { Location } from 'react-router';

type Place = Pick<Location, 'pathname' | 'search' | 'hash'>;

const doors = ['/sign-in', '/sign-up', '/welcome', '/forgot-password', '/reset-password', '/confirm-email'];

/** Where somebody is, to come back to. */
export function placeOf({ pathname, search, hash }: Place): string {
  return doors.includes(pathname) ? '/' : pathname + search + hash;
}

export function signInPath(place: string, reason?: string): string {
  return withQuery('/sign-in', { reason, return: place === '/' ? undefined : place });
}

/** Strangers see what this is; whoever lost their session is told why, and comes back to where they were. */
export function doorFrom(place: Place, end: SessionEnd | null): string {
  if (end) return end.here && end.reason === 'signed-out' ? '/welcome' : signInPath(placeOf(place), end.reason);
  return place.pathname === '/' ? '/welcome' : signInPath(placeOf(place));
}

export function profilesPath(place: string): string {
  return withQuery('/profiles', { return: place === '/' ? undefined : place });
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
