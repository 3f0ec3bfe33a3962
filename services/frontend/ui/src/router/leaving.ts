import { createContext, useCallback, useContext, useEffect, useRef } from 'react';
import { useLocation, type createBrowserRouter } from 'react-router';

/** The router that draws the pages: it knows where the way leads before the page there is drawn. */
export const ActiveRouter = createContext<Pick<ReturnType<typeof createBrowserRouter>, 'state'> | null>(null);

/** Says, at the moment it is asked, whether the way leads to another page already, while this one is still shown. */
export function useLeaving() {
  const router = useContext(ActiveRouter);
  const { key } = useLocation();
  const shown = useRef(key);
  useEffect(() => { shown.current = key; }, [key]);
  return useCallback(() => router !== null && (router.state.navigation.state !== 'idle' || router.state.location.key !== shown.current), [router]);
}
