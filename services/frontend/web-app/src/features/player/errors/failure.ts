/** Why nothing plays, in a code that decides on the screen. */
export interface Failure {
  readonly code: FailureCode;
  readonly streams?: readonly OtherStream[];
  readonly attemptsLeft?: number;
  readonly retryAfterSeconds?: number;
  /** When the title opens or has closed. */
  readonly at?: Date;
  /** For whoever helps the viewer. */
  readonly technical?: string;
}

export interface OtherStream {
  readonly playbackId: string;
  readonly deviceName: string;
  readonly titleId: string;
  readonly since: string | null;
}

/** The rights' and the playback service's own codes. */
export const refusalCodes = [
  'account-inactive', 'no-profile', 'above-maturity', 'pin-needed', 'country-unknown', 'not-in-country', 'not-yet', 'no-longer', 'not-in-plan', 'too-many-streams',
  'stopped-elsewhere', 'device-too-weak', 'no-such-title', 'pin-wrong', 'playback-ended', 'other-request',
] as const;

/** How playbacks end, other than by the viewer's own wish. */
export const endReasons = ['silent', 'elsewhere', 'revoked'] as const;

/** What goes wrong on the way and in the browser. */
export const playerCodes = [
  'signed-out', 'pin-locked', 'too-many-requests', 'offline', 'network', 'unavailable', 'unsupported', 'drm-unsupported', 'licence-refused', 'output-protection', 'media', 'unknown',
] as const;

export type FailureCode = (typeof refusalCodes)[number] | (typeof endReasons)[number] | (typeof playerCodes)[number];

const all: ReadonlySet<string> = new Set([...refusalCodes, ...endReasons, ...playerCodes]);

export function isFailureCode(code: unknown): code is FailureCode {
  return typeof code === 'string' && all.has(code);
}
