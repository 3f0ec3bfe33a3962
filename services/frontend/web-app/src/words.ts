import { accountWords } from '@streamix/account/words';
import { type Language, readLanguage, setUpI18n } from '@streamix/ui';

const words = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { import: 'default' });

export function setUpWords() {
  return setUpI18n({ app: 'Streamix', load });
}

/** So that they are there when a page asks for them. */
export function loadAhead(namespace: string): void {
  load(readLanguage(), namespace).catch(() => {});
}

async function load(language: Language, namespace: string): Promise<unknown> {
  const found = words[`./locales/${language}/${namespace}.json`] ?? accountWords(language, namespace);
  if (found === undefined) throw new Error(`There are no words of ${namespace} in ${language}.`);
  return found();
}
