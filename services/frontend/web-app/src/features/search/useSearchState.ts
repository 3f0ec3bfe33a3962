import { useLeaving } from '@streamix/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { readState, writeState, type SearchState } from './state';

export const searchAfter = 350;

/** The address is the state. What is typed follows into it when the typing rests, without a step of the history for each letter. */
export function useSearchState() {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readState(params), [params]);
  const [text, setText] = useState(state.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useRef(state.q);
  const isLeaving = useLeaving();

  // Back and forward, and links from elsewhere, change what stands in the field.
  useEffect(() => {
    if (state.q === told.current) return;
    clearTimeout(timer.current);
    told.current = state.q;
    setText(state.q);
  }, [state.q]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const go = useCallback((next: SearchState, replace: boolean) => {
    clearTimeout(timer.current);
    told.current = next.q.trim();
    setParams(writeState(next), { replace, preventScrollReset: true });
  }, [setParams]);

  const type = useCallback((typed: string) => {
    setText(typed);
    // Who leaves for another page is not called back by what was typed just before.
    const rest = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => { if (isLeaving()) rest(); else go({ ...state, q: typed }, true); }, searchAfter);
    };
    rest();
  }, [go, isLeaving, state]);

  const submit = useCallback((typed: string) => {
    setText(typed);
    go({ ...state, q: typed }, false);
  }, [go, state]);

  const change = useCallback((next: SearchState) => go({ ...next, q: text }, false), [go, text]);

  return { state, text, type, submit, change };
}
