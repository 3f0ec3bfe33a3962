import { isProblem } from '@streamix/api';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { PinDialog } from './PinDialog';
import { isAboutPin, PinCancelled } from './pins';

interface Attempt {
  withPin: (pin: string) => Promise<void>;
  fail: (error: unknown) => void;
}

export interface PinGuard {
  /** Does it; where the profile's PIN is wanted, asks for it and does it again. Throws PinCancelled when it is not given. */
  run: <T>(action: (pin?: string) => Promise<T>) => Promise<T>;
  dialog: ReactNode;
}

export function usePinGuard(name: string): PinGuard {
  const [isOpen, setOpen] = useState(false);
  const attempt = useRef<Attempt | null>(null);

  const run = useCallback(async <T,>(action: (pin?: string) => Promise<T>): Promise<T> => {
    try {
      return await action();
    } catch (error) {
      if (!isProblem(error, 'pin-required')) throw error;
    }
    return new Promise<T>((resolve, fail) => {
      attempt.current = { withPin: async pin => resolve(await action(pin)), fail };
      setOpen(true);
    });
  }, []);

  const submit = async (pin: string) => {
    try {
      await attempt.current?.withPin(pin);
    } catch (error) {
      if (isAboutPin(error)) throw error;
      attempt.current?.fail(error);
    }
    setOpen(false);
  };
  const cancel = () => {
    attempt.current?.fail(new PinCancelled());
    setOpen(false);
  };
  return { run, dialog: <PinDialog name={isOpen ? name : null} onSubmit={submit} onCancel={cancel} /> };
}
