export const shortestPassword = 10;
export const longestPassword = 128;

export type PasswordComplaint = 'short' | 'long' | 'address' | 'breached' | 'refused';

/** What the service would complain about, as far as a browser can tell; only the service knows the breached ones. */
export function complaintOf(password: string, email: string): PasswordComplaint | null {
  const length = [...password].length;
  if (length < shortestPassword) return 'short';
  if (length > longestPassword) return 'long';
  return email !== '' && password.trim().toLowerCase() === email.trim().toLowerCase() ? 'address' : null;
}

/** The service answers in English sentences; their subject decides what is shown in the reader's language. */
export function complaintFrom(messages: readonly string[] | undefined): PasswordComplaint | null {
  const said = messages?.join(' ');
  if (!said) return null;
  if (said.includes('breach')) return 'breached';
  if (said.includes('at least')) return 'short';
  if (said.includes('at most')) return 'long';
  return said.includes('e-mail address') ? 'address' : 'refused';
}

/** 0 to 4: length counts most, then how many different characters there are. */
export function strengthOf(password: string): number {
  const letters = [...password];
  if (letters.length < shortestPassword) return letters.length > 0 ? 1 : 0;
  const different = new Set(letters).size;
  if (different < 5) return 1;
  const points = letters.length + (different >= 12 ? 3 : 0);
  return points >= 20 ? 4 : points >= 15 ? 3 : 2;
}
