/** What languages are called in another one; a tag that is no tag is shown as it is. */
export function languageNames(reader: string): (tag: string) => string {
  const names = new Intl.DisplayNames([reader], { type: 'language' });
  return tag => attempt(() => names.of(tag)) ?? tag;
}

export function countryNames(reader: string): (code: string) => string {
  const names = new Intl.DisplayNames([reader], { type: 'region' });
  return code => attempt(() => names.of(code)) ?? code;
}

/** Years are numbers that are not grouped. */
export function yearIn(reader: string, year: number): string {
  return new Intl.NumberFormat(reader, { useGrouping: false }).format(year);
}

function attempt(name: () => string | undefined): string | undefined {
  try {
    return name();
  } catch {
    return undefined;
  }
}
