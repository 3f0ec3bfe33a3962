/** A moment as a datetime-local field shows it, on the clock of whoever looks. */
export function toField(moment: string | null | undefined): string {
  const date = moment ? new Date(moment) : null;
  if (!date || Number.isNaN(date.getTime())) return '';
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

export function fromField(text: string): string | null {
  const date = text ? new Date(text) : null;
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}

export const ownTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
