import { isProblem } from '@streamix/api';
import { useState } from 'react';

export const isStale = (error: unknown) => isProblem(error) && error.status === 412;

/** Does one thing at a time and keeps why the last one failed. */
export function useSaving() {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    setPending(true);
    setError(null);
    try {
      await act();
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setPending(false);
    }
  };

  return { isPending, error, run, clear: () => setError(null) };
}
