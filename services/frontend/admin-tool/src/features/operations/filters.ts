export type Filters<F extends string> = Partial<Record<F, string>>;

/** Reads these fields out of an address; a word that is not among those known for its field is left out. */
export function readFilters<F extends string>(fields: readonly F[], address: URLSearchParams, known: Partial<Record<F, readonly string[]>> = {}): Filters<F> {
  const filters: Filters<F> = {};
  for (const field of fields) {
    const value = address.get(field)?.trim();
    if (value && (known[field]?.includes(value) ?? true)) filters[field] = value;
  }
  return filters;
}

/** Writes them into an address, always in the same order, so that equal filters have equal addresses. */
export function writeFilters<F extends string>(fields: readonly F[], filters: Filters<F>): URLSearchParams {
  const address = new URLSearchParams();
  for (const field of fields) {
    const value = filters[field]?.trim();
    if (value) address.set(field, value);
  }
  return address;
}

/** The first instant of a day where the operator is. */
export function startOf(day: string | undefined): string | undefined {
  return day && instant(`${day}T00:00:00`);
}

/** The instant at which that day is over. */
export function endOf(day: string | undefined): string | undefined {
  const start = day && instant(`${day}T00:00:00`);
  if (!start) return undefined;
  const next = new Date(start);
  next.setDate(next.getDate() + 1);
  return next.toISOString();
}

function instant(local: string): string | undefined {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
