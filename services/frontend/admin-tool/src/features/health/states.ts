import type { BadgeKind } from '@streamix/ui';
import type { ServiceState } from './queries';

export const states = ['down', 'degraded', 'up'] as const;
export type Health = (typeof states)[number];

export const kinds: Record<Health, BadgeKind> = { up: 'success', degraded: 'warning', down: 'danger' };
export const breakerKinds: Record<string, BadgeKind> = { 'closed': 'success', 'half-open': 'warning', 'open': 'danger' };

/** A state that this tool does not know yet is not shown as well. */
export const healthOf = (state: string): Health => states.find(known => known === state) ?? 'degraded';

export function countByHealth(services: readonly ServiceState[]): Record<Health, number> {
  const counts = { up: 0, degraded: 0, down: 0 };
  for (const { state } of services) counts[healthOf(state)]++;
  return counts;
}

/** The worst first, then by name. */
export function inOrder(services: readonly ServiceState[]): ServiceState[] {
  return services.toSorted((a, b) => states.indexOf(healthOf(a.state)) - states.indexOf(healthOf(b.state)) || a.service.localeCompare(b.service));
}

export type Since = ReadonlyMap<string, { state: string; at: number; isFirst: boolean }>;

/** When each service was first seen in the state it is in; what was so from the first look on may have been so before it. */
export function follow(before: Since, services: readonly ServiceState[], now: number): Since {
  return new Map(services.map(({ service, state }) => {
    const known = before.get(service);
    return [service, known?.state === state ? known : { state, at: now, isFirst: known === undefined }];
  }));
}
