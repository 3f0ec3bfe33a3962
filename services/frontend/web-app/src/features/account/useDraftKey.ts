import { isProblem, newIdempotencyKey } from '@streamix/api';
import { useCallback, useRef } from 'react';

/** One key for one draft: repeating it after a lost answer does it once. An answer that came, `forget` makes way for another one. */
export function useDraftKey() {
  const last = useRef({ text: '', key: '' });
  const keyFor = useCallback((draft: unknown) => {
    const text = JSON.stringify(draft);
    if (last.current.key === '' || last.current.text !== text) last.current = { text, key: newIdempotencyKey() };
    return last.current.key;
  }, []);
  const forget = useCallback((error?: unknown) => {
    const isLost = error !== undefined && !(isProblem(error) && error.status >= 400 && error.status < 500);
    if (!isLost) last.current = { text: '', key: '' };
  }, []);
  return { keyFor, forget };
}
