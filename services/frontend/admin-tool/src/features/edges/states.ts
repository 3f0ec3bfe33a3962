import type { BadgeKind } from '@streamix/ui';
import type { CacheJob, Edge } from './queries';

export const stateKinds: Record<Edge['state'], BadgeKind> = { active: 'success', draining: 'warning', off: 'neutral' };
export const conditionKinds: Record<Edge['condition'], BadgeKind> = { well: 'success', silent: 'warning', failing: 'danger', unreachable: 'danger', oldKeys: 'warning', unsigned: 'danger' };

/** Where an edge can be turned from here. */
export function turnsOf(state: Edge['state']): readonly Edge['state'][] {
  switch (state) {
    case 'active': return ['draining'];
    case 'draining': return ['active', 'off'];
    default: return ['active'];
  }
}

export function partKind(part: CacheJob['edges'][number]): BadgeKind {
  if (part.error) return 'danger';
  return part.endedAt ? 'success' : 'info';
}
