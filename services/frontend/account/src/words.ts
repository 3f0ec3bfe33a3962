const words = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { import: 'default' });

/** What loads the words of this package; undefined where it has none of that name. */
export function accountWords(language: string, namespace: string): (() => Promise<Record<string, unknown>>) | undefined {
  return words[`./locales/${language}/${namespace}.json`];
}
