import { languages, useTheme } from '@streamix/ui';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { readPreferences, type Profile } from './profilesApi';
import './motion.css';

const key = 'streamix.motion';

/** Applies how the profile likes it: language, theme and motion. What cannot be read stays as it is. */
export function useLook(): (profile: Profile) => Promise<void> {
  const { setTheme } = useTheme();
  const { i18n } = useTranslation();
  return useCallback(
    async profile => {
      const language = profile.language.split('-', 1)[0];
      if (languages.some(({ id }) => id === language) && i18n.language !== language) await i18n.changeLanguage(language);
      const read = await readPreferences(profile.id).catch(() => null);
      if (!read) return;
      setTheme(read.preferences.theme ?? 'system');
      keepMotion(read.preferences.reducedMotion ?? false);
    },
    [i18n, setTheme],
  );
}

export function keepMotion(reduced: boolean): void {
  applyMotion(reduced);
  try {
    localStorage.setItem(key, reduced ? 'reduced' : 'full');
  } catch {
    // Storage may be refused; the choice then lasts as long as the page.
  }
}

function applyMotion(reduced: boolean): void {
  if (reduced) document.documentElement.dataset['motion'] = 'reduced';
  else delete document.documentElement.dataset['motion'];
}

function storedMotion(): boolean {
  try {
    return localStorage.getItem(key) === 'reduced';
  } catch {
    return false;
  }
}

applyMotion(storedMotion());
