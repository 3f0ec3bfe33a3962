/** Why somebody finds themselves at the sign-in page: ends of sessions as the API names them, and ways from our own pages. */
const reasons = [
  'signed-out',
  'revoked',
  'signed-out-everywhere',
  'password-changed',
  'suspended',
  'closed',
  'refresh-token-reused',
  'expired',
  'unknown',
  'password-reset',
  'confirmed',
] as const;

export type Reason = (typeof reasons)[number];

const good: readonly Reason[] = ['signed-out', 'password-reset', 'confirmed'];

export function reasonOf(text: string | null): Reason | null {
  return text === null ? null : (reasons.find(reason => reason === text) ?? 'unknown');
}

export function isGood(reason: Reason): boolean {
  return good.includes(reason);
}
