import { useEffect, useRef, useState } from 'react';

const pause = 250;

/** A text as one types it; `settle` is told when one pauses. A text given anew from outside, as by the back button, takes its place. */
export function useTyped(given: string, settle: (text: string) => void) {
  const [text, setText] = useState(given);
  const [last, setLast] = useState(given);
  const tell = useRef(settle);
  useEffect(() => { tell.current = settle; });
  if (given !== last) {
    setLast(given);
    if (given !== text.trim()) setText(given);
  }
  useEffect(() => {
    if (text.trim() === given) return;
    const timer = setTimeout(() => tell.current(text.trim()), pause);
    return () => clearTimeout(timer);
  }, [text, given]);
  return [text, setText] as const;
}
