/** What happened to the session of this browser. Stayed: signing out did not work. */
export type SessionEvent =
  | { kind: 'signed-in' }
  | { kind: 'signing-out' }
  | { kind: 'stayed' }
  | { kind: 'signed-out'; reason: string }
  | { kind: 'profile-changed' };

/** An event, and whether it is from this tab. */
export type SessionListener = (event: SessionEvent, here: boolean) => void;

export interface SessionEnd {
  reason: string;
  /** It was this tab that ended it. */
  here: boolean;
}

const listeners = new Set<SessionListener>();
let lastEnd: SessionEnd | null = null;

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('streamix-session');
channel?.addEventListener('message', ({ data }: MessageEvent<SessionEvent>) => tell(data, false));

/** Tells every tab of the browser, this one included. */
export function announce(event: SessionEvent): void {
  tell(event, true);
  channel?.postMessage(event);
}

/** Returns how to stop listening. */
export function onSessionEvent(listener: SessionListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How the last session of this page ended; null before one has, and when there is a new one. */
export function lastSessionEnd(): SessionEnd | null {
  return lastEnd;
}

/** Calls back when the session has ended, here or in another tab, with the reason. */
export function onSessionEnded(listener: (reason: string, here: boolean) => void): () => void {
  return onSessionEvent((event, here) => {
    if (event.kind === 'signed-out') listener(event.reason, here);
  });
}

function tell(event: SessionEvent, here: boolean): void {
  if (event.kind === 'signed-out') lastEnd = { reason: event.reason, here };
  if (event.kind === 'signed-in') lastEnd = null;
  for (const listener of [...listeners]) listener(event, here);
}
