import { isProblem } from '@streamix/api';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { StepUpDialog } from './StepUpDialog';

/** Nobody proved who they are, so nothing was done. */
export class StepUpCancelled extends Error {
  override readonly name = 'StepUpCancelled';
}

interface StepUpFlow {
  run: <T>(action: () => Promise<T>) => Promise<T>;
  dialog: ReactNode;
}

/** Runs what may ask for a fresh proof: then it asks the person for one, and runs it once more. */
export function useStepUp(): StepUpFlow {
  const [isAsking, setAsking] = useState(false);
  const answer = useRef<((isProven: boolean) => void) | null>(null);

  const settle = useCallback((isProven: boolean) => {
    setAsking(false);
    answer.current?.(isProven);
    answer.current = null;
  }, []);
  useEffect(() => () => answer.current?.(false), []);

  const run = useCallback(async <T,>(action: () => Promise<T>): Promise<T> => {
    try {
      return await action();
    } catch (error) {
      if (!isProblem(error) || error.stepUp === null) throw error;
    }
    answer.current?.(false);
    const proof = new Promise<boolean>(resolve => { answer.current = resolve; });
    setAsking(true);
    if (!await proof) throw new StepUpCancelled();
    return action();
  }, []);

  return { run, dialog: <StepUpDialog isOpen={isAsking} onEnd={settle} /> };
}
