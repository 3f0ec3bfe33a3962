const operators = ['admin', 'editor', 'support', 'moderator'];

/** The admin tool has something for them. */
export function mayOperate(roles: readonly string[]): boolean {
  return roles.some(role => operators.includes(role));
}
