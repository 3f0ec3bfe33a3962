import type { ReplaySummary } from './queries';

export interface Replayed {
  replayed: number;
  failed: number;
  isOver: boolean;
  /** Where it goes on when it was stopped. */
  next: string | null;
}

export const nothingYet: Replayed = { replayed: 0, failed: 0, isOver: false, next: null };

/** Counts a further call of the API to what is done. */
export function add(before: Replayed, { replayed, failed, next }: ReplaySummary): Replayed {
  return { replayed: before.replayed + replayed, failed: before.failed + failed, next: next ?? null, isOver: !next };
}

/** Calls until none is left or somebody stops it; tells after each call how far it is. */
export async function replayAll(
  replay: (after: string | undefined) => Promise<ReplaySummary>, tell: (now: Replayed) => void, signal: AbortSignal, from: Replayed = nothingYet,
): Promise<Replayed> {
  let now = from;
  while (!now.isOver && !signal.aborted) {
    now = add(now, await replay(now.next ?? undefined));
    tell(now);
  }
  return now;
}

export function outcomeOf({ replayed, failed, isOver }: Replayed): 'none' | 'all' | 'some' | 'stopped' {
  if (!isOver) return 'stopped';
  if (replayed + failed === 0) return 'none';
  return failed === 0 ? 'all' : 'some';
}
