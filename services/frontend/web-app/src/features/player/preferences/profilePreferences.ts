import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { connectionHere, limitsOf, type Limits, noLimits } from '../engine/limits';
import { chosenProfile } from '../../profiles/chosen';
import { readPreferences } from '../../profiles/profilesApi';

export function preferencesQuery(profileId: string) {
  return queryOptions({
    queryKey: ['player', 'preferences', profileId],
    queryFn: ({ signal }) => readPreferences(profileId, signal),
  });
}

/** How much the profile that watches would have fetched, here and now. */
export async function limitsHere(queries: QueryClient): Promise<Limits> {
  const profileId = chosenProfile();
  if (profileId === null) return noLimits;
  const { preferences } = await queries.fetchQuery(preferencesQuery(profileId));
  return limitsOf(preferences, connectionHere());
}
