const key = 'streamix.email-change';

/** The API names a change by its id alone: this browser keeps the id until the change has ended. */
export function pendingChangeOf(accountId: string): string | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('account' in kept) || !('id' in kept)) return null;
    return kept.account === accountId && typeof kept.id === 'string' ? kept.id : null;
  } catch {
    return null;
  }
}

export function keepPendingChange(accountId: string, id: string): void {
  localStorage.setItem(key, JSON.stringify({ account: accountId, id }));
}

export function forgetPendingChange(): void {
  localStorage.removeItem(key);
}
