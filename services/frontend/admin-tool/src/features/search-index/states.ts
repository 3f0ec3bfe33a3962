import type { BadgeKind } from '@streamix/ui';
import type { IndexJob, IndexStatus } from './queries';

export const jobKinds: Record<IndexJob['state'], BadgeKind> = { running: 'info', finished: 'success', failed: 'danger', cancelled: 'neutral' };
export const generationKinds: Record<IndexStatus['generations'][number]['state'], BadgeKind> = { building: 'info', live: 'success', retired: 'neutral' };

/** How far a job is, 0 to 100, by the titles that are live; undefined where nobody can tell. */
export function progressOf(job: IndexJob, { generations }: Pick<IndexStatus, 'generations'>): number | undefined {
  const live = generations.find(generation => generation.state === 'live')?.titles ?? 0;
  return live > 0 ? Math.min(99, Math.floor(job.seen / live * 100)) : undefined;
}

/** In how many titles index and catalog differ; null before a comparison came to its end. */
export function driftOf(check: IndexJob | null): number | null {
  if (check?.state !== 'finished') return null;
  const differing = check.missing + check.stale + check.surplus;
  return check.kind === 'check' ? differing : Math.max(0, differing - check.repaired);
}
