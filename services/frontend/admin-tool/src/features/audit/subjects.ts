/** The id of the account that a name like account:0197… is of; null for everything else. */
export function accountOf(name: string): string | null {
  return /^account:([0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(name)?.[1] ?? null;
}
