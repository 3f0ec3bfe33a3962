import type { SessionEnd } from '@streamix/api';
import type { Location } from 'react-router';

type Place = Pick<Location, 'pathname' | 'search' | 'hash'>;

/** The web app's door, with the reason; it comes back here. */
export function doorFrom({ pathname, search, hash }: Place, end: SessionEnd | null): string {
  if (end?.here && end.reason === 'signed-out') return '/welcome';
  return `/sign-in?${new URLSearchParams({ ...end && { reason: end.reason }, return: `/admin${pathname}${search}${hash}` })}`;
}
