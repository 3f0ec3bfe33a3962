/** What people may do here, as the API gives it out. */
export const roles = ['admin', 'editor', 'moderator', 'support', 'finance', 'analyst'] as const;
export type Role = (typeof roles)[number];

/** Whoever works on the catalog. */
export const catalogue: readonly Role[] = ['admin', 'editor'];
/** Whoever helps people. */
export const help: readonly Role[] = ['admin', 'support'];
/** Whoever keeps the platform running. */
export const operation: readonly Role[] = ['admin'];
/** Whoever finds anything here at all. */
export const staff: readonly Role[] = ['admin', 'editor', 'support'];

export function mayAny(mine: readonly string[], wanted: readonly Role[]): boolean {
  return wanted.some(role => mine.includes(role));
}
