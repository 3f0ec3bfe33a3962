import { useLeaving } from '@streamix/ui';
import { useEffect, useRef, useState } from 'react';

const pause = 250;

/**
 * A text as one types it; `settle` is told when one pauses. A text given anew from outside, as by the back button, takes its place.
 * Whoever has gone on to another page meanwhile is not called back by it.
 */
export function useTyped(given: string, settle: (text: string) => void) {
  const [text, setText] = useState(given);
  const [last, setLast] = useState(given);
  const tell = useRef(settle);
  const isLeaving = useLeaving();
  useEffect(() => { tell.current = settle; });
  if (given !== last) {
    setLast(given);
    if (given !== text.trim()) setText(given);
  }
  useEffect(() => {
    if (text.trim() === given) return;
    const timer = setInterval(() => {
      if (isLeaving()) return;
      clearInterval(timer);
      tell.current(text.trim());
    }, pause);
    return () => clearInterval(timer);
  }, [text, given, isLeaving]);
  return [text, setText] as const;
}
