import i18next, { type BackendModule, type ReadCallback, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import arabic from '../locales/ar.json';
import english from '../locales/en.json';
import { applyLanguage, isLanguage, languages, readLanguage, storeLanguage, type Language } from './languages';

const ownWords: Record<Language, ResourceKey> = { ar: arabic, en: english };

export interface I18nOptions {
  /** The application's name, written into the titles of its pages. */
  app: string;
  /** Loads one namespace: the JSON itself, or the module `import()` made of it. */
  load: (language: Language, namespace: string) => Promise<unknown>;
  namespaces?: string[];
}

/** Every `useTranslation` of a namespace not yet loaded suspends: keep a Suspense boundary above. */
export async function setUpI18n({ app, load, namespaces = ['common'] }: I18nOptions) {
  i18next.on('languageChanged', language => {
    applyLanguage(language);
    storeLanguage(language);
  });
  await i18next
    .use(lazyWords(load))
    .use(initReactI18next)
    .init({
      lng: readLanguage(),
      fallbackLng: 'en',
      supportedLngs: languages.map(language => language.id),
      ns: ['ui', ...namespaces],
      defaultNS: namespaces[0] ?? 'ui',
      interpolation: { escapeValue: false, defaultVariables: { app } },
      react: { useSuspense: true },
    });
  return i18next;
}

function lazyWords(load: I18nOptions['load']): BackendModule {
  return {
    type: 'backend',
    init: () => undefined,
    read: (language: string, namespace: string, done: ReadCallback) => {
      if (!isLanguage(language)) return done(new Error(`No words in ${language}`), null);
      if (namespace === 'ui') return done(null, ownWords[language]);
      load(language, namespace).then(
        words => done(null, contentOf(words)),
        (reason: unknown) => done(reason instanceof Error ? reason : new Error(String(reason)), null),
      );
    },
  };
}

function contentOf(loaded: unknown): ResourceKey {
  const words = isRecord(loaded) && isRecord(loaded['default']) ? loaded['default'] : loaded;
  return isRecord(words) ? words : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
