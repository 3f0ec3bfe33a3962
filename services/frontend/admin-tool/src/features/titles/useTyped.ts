import { useContext, useEffect, useRef, useState } from 'react';
import { Leaving } from '../../shell/leaving';

const pause = 250;

/**
 * A text as one types it; `settle` is told when one pauses. A text given anew from outside, as by the back button, takes its place.
 * Whoever has gone on to another page meanwhile is not called back by it.
 */
export function useTyped(given: string, settle: (text: string) => void) {
  const [text, setText] = useState(given);
  const [last, setLast] = useState(given);
  const tell = useRef(settle);
  const isLeaving = useContext(Leaving);
  useEffect(() => { tell.current = settle; });
  if (given !== last) {
    setLast(given);
    if (given !== text.trim()) setText(given);
  }
  useEffect(() => {
    if (isLeaving || text.trim() === given) return;
    const timer = setTimeout(() => tell.current(text.trim()), pause);
    return () => clearTimeout(timer);
  }, [text, given, isLeaving]);
  return [text, setText] as const;
}
