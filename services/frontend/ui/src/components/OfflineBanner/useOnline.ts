import { useSyncExternalStore } from 'react';

export function useOnline() {
  return useSyncExternalStore(
    changed => {
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
    () => true,
  );
}
