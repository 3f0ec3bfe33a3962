/**
 * The language as the reader's region writes it, where the browser names one: days come first in en-GB, months in en-US.
 * By the calendar that the platform counts by, whatever the region's own is.
 */
export function regional(language: string): string {
  const tag = navigator.languages.find(one => one.startsWith(`${language}-`));
  return tag ? new Intl.Locale(tag, { calendar: 'gregory' }).toString() : language;
}
