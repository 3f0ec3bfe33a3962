import { useState } from 'react';
import type { ServiceState } from './queries';
import { follow, type Since } from './states';

/** Follows each service from reading to reading. */
export function useSince(services: readonly ServiceState[] | undefined, readAt: number): Since {
  const [known, setKnown] = useState<{ readAt: number; since: Since }>({ readAt: 0, since: new Map() });
  if (services === undefined || readAt === known.readAt) return known.since;
  const since = follow(known.since, services, readAt);
  setKnown({ readAt, since });
  return since;
}
