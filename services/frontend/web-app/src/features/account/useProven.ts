import { StepUpCancelled, useStepUp } from '@streamix/account';
import { useCallback, type ReactNode } from 'react';

interface Proven {
  /** Null when the proof was not given: then nothing has happened, and nothing is said. */
  run: <T>(act: () => Promise<T>) => Promise<{ done: T } | null>;
  dialog: ReactNode;
}

/** Acts that the platform may want a fresh proof for. */
export function useProven(): Proven {
  const { run: prove, dialog } = useStepUp();
  const run = useCallback(
    async <T,>(act: () => Promise<T>) => {
      try {
        return { done: await prove(act) };
      } catch (error) {
        if (error instanceof StepUpCancelled) return null;
        throw error;
      }
    },
    [prove],
  );
  return { run, dialog };
}
