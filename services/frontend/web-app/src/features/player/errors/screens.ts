import type { FailureCode } from './failure';

export type Remedy = 'retry' | 'go-on' | 'sign-in' | 'pick-profile' | 'enter-pin' | 'stop-other' | 'account' | 'browse';

/** What the viewer can do, the best first. Words stand in player.json under errors.<code>. */
export const remedies: Readonly<Record<FailureCode, readonly Remedy[]>> = {
  'account-inactive': ['account', 'browse'],
  'no-profile': ['pick-profile'],
  'above-maturity': ['pick-profile', 'browse'],
  'pin-needed': ['enter-pin', 'pick-profile'],
  'pin-wrong': ['enter-pin', 'pick-profile'],
  'pin-locked': ['retry', 'pick-profile'],
  'country-unknown': ['retry', 'browse'],
  'not-in-country': ['browse'],
  'not-yet': ['browse'],
  'no-longer': ['browse'],
  'not-in-plan': ['account', 'browse'],
  'too-many-streams': ['stop-other', 'retry', 'browse'],
  'stopped-elsewhere': ['go-on', 'browse'],
  'device-too-weak': ['browse'],
  'no-such-title': ['browse'],
  'playback-ended': ['go-on', 'browse'],
  'other-request': ['retry', 'browse'],
  silent: ['go-on', 'browse'],
  elsewhere: ['go-on', 'browse'],
  revoked: ['sign-in', 'browse'],
  'signed-out': ['sign-in', 'browse'],
  'too-many-requests': ['retry', 'browse'],
  offline: ['retry'],
  network: ['retry', 'browse'],
  unavailable: ['retry', 'browse'],
  unsupported: ['browse'],
  'drm-unsupported': ['browse'],
  'licence-refused': ['retry', 'browse'],
  'output-protection': ['browse'],
  media: ['retry', 'browse'],
  unknown: ['retry', 'browse'],
};
