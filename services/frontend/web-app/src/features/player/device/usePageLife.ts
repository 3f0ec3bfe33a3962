import { useEffect } from 'react';
import type { PlayerController } from '../state/PlayerController';

/** The page goes, comes back from the browser's memory, is hidden, loses and finds its connection. */
export function usePageLife(controller: PlayerController): void {
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    addEventListener('pagehide', () => controller.leave(), { signal });
    addEventListener('pageshow', event => { if (event.persisted) controller.retry(); }, { signal });
    addEventListener('online', () => controller.setOnline(true), { signal });
    addEventListener('offline', () => controller.setOnline(false), { signal });
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') controller.tell(); }, { signal });
    return () => leaving.abort();
  }, [controller]);
}
