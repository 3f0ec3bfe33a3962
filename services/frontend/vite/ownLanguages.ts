import type { Plugin } from 'vite';

const words = /\/(react-aria|react-aria-components|react-stately)\/dist\/.*\/intl\/(?:[\w-]+\/)?([a-z]{2}-[A-Z]{2})\.(?:mjs|js)$/;

/** The components speak thirty languages. Without the ones that we do not speak, every page is lighter. */
export function ownLanguages(languages: readonly string[]): Plugin {
  return {
    name: 'streamix-own-languages',
    enforce: 'pre',
    apply: 'build',
    load(id) {
      const language = words.exec(id)?.[2];
      return language === undefined || languages.includes(language) ? null : 'export default undefined;';
    },
  };
}
