import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { profilesQuery } from './current';

const interval = 1000;
const patience = 15_000;

/** The profiles; a new account's first one arrives a moment after the account, so that an empty list is asked for again for a while. */
export function useNewProfiles() {
  const [isPatient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), patience);
    return () => clearTimeout(timer);
  }, []);

  const query = useQuery({
    ...profilesQuery,
    refetchInterval: ({ state }) => (isPatient && state.data?.length === 0 ? interval : false),
  });
  return { ...query, isAwaited: query.isPending || (isPatient && query.data?.length === 0) };
}
