/** Joins class names, leaving out what does not apply. */
export function names(...parts: (string | false | null | undefined)[]) {
  return parts.filter(Boolean).join(' ');
}
