import { autofillSupported } from '@streamix/account';
import { useCallback, useEffect, useRef, useState } from 'react';
import { signInWithPasskey, type SignInAnswer } from '../signIn';

// A challenge of the service lasts five minutes.
const renewal = 4.5 * 60_000;

/**
 * Offers passkeys among the browser's suggestions for the address, for as long as the page is open. Only one ceremony may be under way in a page:
 * `pause` makes room for another one.
 */
export function usePasskeyAutofill(persistent: boolean, onAnswer: (answer: SignInAnswer) => Promise<void> | void) {
  const [isPaused, setPaused] = useState(false);
  const [round, setRound] = useState(0);
  const running = useRef<AbortController>(null);
  const heard = useRef(onAnswer);
  useEffect(() => {
    heard.current = onAnswer;
  });

  useEffect(() => {
    if (isPaused) return;
    const ceremony = new AbortController();
    running.current = ceremony;
    const next = setTimeout(() => setRound(number => number + 1), renewal);
    void offer(persistent, ceremony.signal).then(answer => {
      if (answer && !ceremony.signal.aborted) return heard.current(answer);
    });
    return () => {
      clearTimeout(next);
      ceremony.abort();
    };
  }, [isPaused, persistent, round]);

  const pause = useCallback(() => {
    running.current?.abort();
    setPaused(true);
  }, []);
  const resume = useCallback(() => setPaused(false), []);
  return { pause, resume };
}

/** Nobody has asked for it, so nobody is told when it fails: the form is still there. */
async function offer(persistent: boolean, signal: AbortSignal): Promise<SignInAnswer | null> {
  try {
    if (!(await autofillSupported()) || signal.aborted) return null;
    return await signInWithPasskey(persistent, signal, 'conditional');
  } catch {
    return null;
  }
}
