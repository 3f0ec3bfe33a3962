import { isProblem } from '@streamix/api';
import { Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { StepUpDialog } from './StepUpDialog';

/** Whoever is asked for a proof may also leave; what they were about to do then did not happen. */
export class StepUpCancelled extends Error {
  constructor() {
    super('the proof was not given');
    this.name = 'StepUpCancelled';
  }
}

export interface StepUpFlow {
  /** Does it; where the API wants a fresh proof first, asks for one and does it again. Throws StepUpCancelled when there is none. */
  run: <T>(action: () => Promise<T>) => Promise<T>;
  /** To be rendered wherever `run` is used. */
  dialog: ReactNode;
}

export function useStepUp(): StepUpFlow {
  const [isOpen, setOpen] = useState(false);
  const waiting = useRef<((isProven: boolean) => void) | null>(null);

  const settle = useCallback((isProven: boolean) => {
    setOpen(false);
    waiting.current?.(isProven);
    waiting.current = null;
  }, []);
  useEffect(() => () => waiting.current?.(false), []);

  const run = useCallback(async <T,>(action: () => Promise<T>): Promise<T> => {
    try {
      return await action();
    } catch (error) {
      if (!isProblem(error) || error.stepUp === null) throw error;
    }
    waiting.current?.(false);
    const proven = new Promise<boolean>(resolve => {
      waiting.current = resolve;
    });
    setOpen(true);
    if (!(await proven)) throw new StepUpCancelled();
    return action();
  }, []);

  // Its words come on their own; the page does not wait for them.
  const dialog = (
    <Suspense fallback={null}>
      <StepUpDialog isOpen={isOpen} onProven={() => settle(true)} onCancel={() => settle(false)} />
    </Suspense>
  );
  return { run, dialog };
}
