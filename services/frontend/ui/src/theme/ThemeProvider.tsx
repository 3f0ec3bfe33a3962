import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { applyTheme, isTheme, readTheme, storeTheme, themeKey, type Theme } from './theme';

interface ThemeState {
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

const ThemeContext = createContext<ThemeState>({ theme: 'system', setTheme: storeTheme });

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setState] = useState<Theme>(readTheme);

  useEffect(() => applyTheme(theme), [theme]);

  useEffect(() => {
    const follow = (event: StorageEvent) => {
      if (event.key === themeKey) setState(isTheme(event.newValue) ? event.newValue : 'system');
    };
    window.addEventListener('storage', follow);
    return () => window.removeEventListener('storage', follow);
  }, []);

  const value = useMemo<ThemeState>(
    () => ({
      theme,
      setTheme: next => {
        storeTheme(next);
        setState(next);
      },
    }),
    [theme],
  );

  return <ThemeContext value={value}>{children}</ThemeContext>;
}

export function useTheme() {
  return useContext(ThemeContext);
}
