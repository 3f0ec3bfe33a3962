import { onSessionEvent } from '@streamix/api';

const key = 'streamix.profile';
const changed = new Set<() => void>();
let kept: string | null = null;

/** The profile that the session goes on as. Which one it is, only cookies know that no script reads: so whoever chooses one writes it down. */
export function chosenProfile(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return kept;
  }
}

export function rememberProfile(id: string): void {
  keep(id);
}

export function forgetProfile(): void {
  keep(null);
}

export function onChosen(listener: () => void): () => void {
  const follow = (event: StorageEvent) => {
    if (event.key === key || event.key === null) listener();
  };
  changed.add(listener);
  window.addEventListener('storage', follow);
  return () => {
    changed.delete(listener);
    window.removeEventListener('storage', follow);
  };
}

function keep(id: string | null): void {
  kept = id;
  try {
    if (id === null) localStorage.removeItem(key);
    else localStorage.setItem(key, id);
  } catch {
    // Storage may be refused; the choice then lasts as long as the page.
  }
  for (const listener of [...changed]) listener();
}

// A new session has no profile yet. Only the tab where it happened forgets: another one may hear of it late, when there is a choice again.
onSessionEvent((event, here) => {
  if (here && (event.kind === 'signed-in' || event.kind === 'signed-out')) forgetProfile();
});
