import { useCallback, useState } from 'react';

const most = 8;
const keyOf = (profile: string) => `streamix.searches.${profile}`;

/** What a profile searched for on this device, latest first. It never leaves the device. */
export function useRecentSearches(profile: string) {
  const [recent, setRecent] = useState(() => read(profile));

  const remember = useCallback((text: string) => {
    const words = text.trim();
    if (words === '') return;
    setRecent(before => write(profile, [words, ...before.filter(other => other.toLowerCase() !== words.toLowerCase())].slice(0, most)));
  }, [profile]);

  const clear = useCallback(() => setRecent(write(profile, [])), [profile]);

  return { recent, remember, clear };
}

function read(profile: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(profile)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(text => typeof text === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

function write(profile: string, recent: string[]): string[] {
  try {
    if (recent.length === 0) localStorage.removeItem(keyOf(profile));
    else localStorage.setItem(keyOf(profile), JSON.stringify(recent));
  } catch {
    // A full or forbidden store forgets; the list of this page stays.
  }
  return recent;
}
