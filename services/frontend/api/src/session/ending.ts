import { onSessionEvent } from './channel';

/** How long a sign-out may take before the page goes on without having heard of its end. */
const patience = 10_000;

let reading = new AbortController();
let ending: { over: Promise<void>; settle: () => void } | null = null;
let isOut = false;

onSessionEvent(event => {
  if (event.kind === 'signing-out') return begin();
  if (event.kind === 'profile-changed') return;
  isOut = event.kind === 'signed-out';
  ending?.settle();
});

/**
 * What reads of this session go by: it aborts when somebody signs out, in whatever tab, as the answer would be a refusal.
 * Waits for a sign-out that is under way, and throws an AbortError when nothing is to be asked any more.
 */
export async function sessionSignal(): Promise<AbortSignal> {
  if (ending) {
    await ending.over;
    if (isOut) throw new DOMException('The session has ended.', 'AbortError');
  }
  return reading.signal;
}

function begin() {
  reading.abort(new DOMException('The session is ending.', 'AbortError'));
  reading = new AbortController();
  let settle = () => {};
  const over = new Promise<void>(done => { settle = done; }).finally(() => { clearTimeout(timer); ending = null; });
  const timer = setTimeout(() => settle(), patience);
  isOut = false;
  ending = { over, settle };
}
