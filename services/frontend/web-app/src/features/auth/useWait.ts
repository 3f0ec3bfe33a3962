import { useCallback, useEffect, useState } from 'react';

const second = 1000;

/** Whole seconds left of a wait that `start` begins. Counted by the clock, so that a tab that slept is right when it wakes. */
export function useWait(initially = 0): { left: number; start: (seconds: number) => void } {
  const [until, setUntil] = useState(() => Date.now() + initially * second);
  const [left, setLeft] = useState(initially);

  useEffect(() => {
    const look = () => {
      const rest = Math.max(0, Math.ceil((until - Date.now()) / second));
      setLeft(rest);
      return rest;
    };
    if (look() === 0) return;
    const timer = setInterval(() => {
      if (look() === 0) clearInterval(timer);
    }, second);
    return () => clearInterval(timer);
  }, [until]);

  const start = useCallback((seconds: number) => setUntil(Date.now() + seconds * second), []);
  return { left, start };
}
