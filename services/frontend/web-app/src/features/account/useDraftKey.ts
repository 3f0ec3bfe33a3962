import { newIdempotencyKey } from '@streamix/api';
import { useCallback, useRef } from 'react';

/** One key for one draft: repeating it after a lost answer does it once. */
export function useDraftKey() {
  const last = useRef({ text: '', key: '' });
  return useCallback((draft: unknown) => {
    const text = JSON.stringify(draft);
    if (last.current.text !== text) last.current = { text, key: newIdempotencyKey() };
    return last.current.key;
  }, []);
}
