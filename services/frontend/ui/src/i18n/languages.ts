export const languages = [
  { id: 'en', name: 'English', dir: 'ltr' },
  { id: 'ar', name: 'العربية', dir: 'rtl' },
] as const;

export type Language = (typeof languages)[number]['id'];
export const languageKey = 'streamix.language';

export function isLanguage(value: unknown): value is Language {
  return languages.some(language => language.id === value);
}

export function directionOf(id: string) {
  return languages.find(language => language.id === id)?.dir ?? 'ltr';
}

export function readLanguage(): Language {
  const stored = storedLanguage();
  if (isLanguage(stored)) return stored;
  const wanted = navigator.languages.map(tag => tag.split('-')[0]).find(isLanguage);
  return wanted ?? 'en';
}

export function storeLanguage(language: string) {
  try {
    localStorage.setItem(languageKey, language);
  } catch {
    // Storage may be refused; the choice then lasts as long as the page.
  }
}

export function applyLanguage(language: string) {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

function storedLanguage() {
  try {
    return localStorage.getItem(languageKey);
  } catch {
    return null;
  }
}
