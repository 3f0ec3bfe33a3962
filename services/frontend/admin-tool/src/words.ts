import { accountWords } from '@streamix/account/words';
import { setUpI18n } from '@streamix/ui';

const words = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { import: 'default' });

export function setUpWords() {
  return setUpI18n({
    app: 'Streamix Admin',
    load: async (language, namespace) => {
      const load = words[`./locales/${language}/${namespace}.json`] ?? accountWords(language, namespace);
      if (load === undefined) throw new Error(`There are no words of ${namespace} in ${language}.`);
      return load();
    },
  });
}
