import { useEffect, useState } from 'react';

/** Seconds that are left to wait. */
export function useWaited(seconds: number): number {
  const [left, setLeft] = useState(Math.ceil(seconds));
  useEffect(() => {
    const until = Date.now() + seconds * 1000;
    const look = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    look();
    if (seconds <= 0) return;
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}
