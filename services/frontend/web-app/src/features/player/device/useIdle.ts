import { useCallback, useEffect, useRef, useState } from 'react';

export const restAfter = 3_000;

/** True while nobody moves, types or touches, as long as controls may rest. */
export function useIdle(mayRest: boolean) {
  const [idle, setIdle] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stir = useCallback(() => {
    clearTimeout(timer.current);
    setIdle(false);
    if (mayRest) timer.current = setTimeout(() => setIdle(true), restAfter);
  }, [mayRest]);
  const rest = useCallback(() => {
    clearTimeout(timer.current);
    if (mayRest) setIdle(true);
  }, [mayRest]);
  useEffect(() => {
    stir();
    return () => clearTimeout(timer.current);
  }, [stir]);
  return { idle: idle && mayRest, stir, rest };
}
