export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const themeKey = 'streamix.theme';

export function isTheme(value: unknown): value is Theme {
  return themes.some(theme => theme === value);
}

export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(themeKey);
    return isTheme(stored) ? stored : 'system';
  } catch {
    return 'system';
  }
}

export function storeTheme(theme: Theme) {
  try {
    localStorage.setItem(themeKey, theme);
  } catch {
    // Storage may be refused (private windows); the choice then lasts as long as the page.
  }
}

export function applyTheme(theme: Theme) {
  document.documentElement.dataset['theme'] = theme;
}
