import type { BadgeKind } from '@streamix/ui';
import { statuses, type Move } from './queries';

const kinds: Record<string, BadgeKind> = { pending: 'info', active: 'success', suspended: 'warning', closed: 'neutral' };

export const kindOf = (status: string): BadgeKind => kinds[status] ?? 'neutral';
export const isStatus = (text: string): text is (typeof statuses)[number] => statuses.some(known => known === text);

/** What can be done to an account in this state, by somebody who may close accounts or may not. */
export function movesOf(status: string, mayClose: boolean): readonly Move[] {
  const close: readonly Move[] = mayClose && status !== 'closed' ? ['close'] : [];
  if (status === 'active' || status === 'pending') return ['suspend', ...close];
  return status === 'suspended' ? ['reinstate', ...close] : close;
}
