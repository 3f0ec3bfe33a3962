import { render } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { UiProvider } from '../components/UiProvider/UiProvider';
import type { Language } from '../i18n/languages';
import arabic from '../locales/ar.json';
import english from '../locales/en.json';

export interface RenderOptions {
  language?: Language;
  path?: string;
  /** Words of the application under test by namespace, in the language rendered. */
  words?: Record<string, object>;
}

/** Renders with real words, a router in memory, theme and messages around. */
export async function renderUi(content: ReactNode, { language = 'en', path = '/', words = {} }: RenderOptions = {}) {
  fillInForJsdom();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { ...words, ui: language === 'ar' ? arabic : english } },
    ns: ['ui', ...Object.keys(words)],
    interpolation: { escapeValue: false, defaultVariables: { app: 'Streamix' } },
  });
  return render(
    <UiProvider>
      <MemoryRouter initialEntries={[path]}>{content}</MemoryRouter>
    </UiProvider>,
  );
}

/** What every browser has and jsdom has not. */
export function fillInForJsdom() {
  window.matchMedia ??= query =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
}
