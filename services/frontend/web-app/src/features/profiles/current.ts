import { profileChanged } from '@streamix/api';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { chosenProfile, onChosen, rememberProfile } from './chosen';
import { useLook } from './look';
import { enterProfile, listProfiles, type Profile } from './profilesApi';

export type { Profile } from './profilesApi';

export const profilesQuery = queryOptions({
  queryKey: ['profiles'],
  queryFn: ({ signal }) => listProfiles(signal),
  staleTime: 60_000,
});

/** The profiles of my account, as arranged. */
export function useProfiles() {
  return useQuery(profilesQuery);
}

/** Who watches now; null before one is chosen. */
export function useProfile(): Profile | null {
  const id = useSyncExternalStore(onChosen, chosenProfile);
  const { data } = useProfiles();
  return data?.find(profile => profile.id === id) ?? null;
}

/** Goes on as a profile, in every tab. Throws ApiProblem: pin-required, pin-wrong, 429 while its PIN rests. */
export async function chooseProfile(id: string, pin?: string): Promise<void> {
  const tokens = await enterProfile(id, pin);
  rememberProfile(id);
  profileChanged(tokens);
}

/** The same, for pages: nothing of the profile before stays cached, and how it looks is as the new one likes it. */
export function useChooseProfile(): (profile: Profile, pin?: string) => Promise<void> {
  const queries = useQueryClient();
  const applyLook = useLook();
  return useCallback(
    async (profile, pin) => {
      await chooseProfile(profile.id, pin);
      queries.removeQueries({ predicate: ({ queryKey }) => !household.has(String(queryKey[0])) });
      await applyLook(profile);
    },
    [queries, applyLook],
  );
}

const household = new Set(['me', 'profiles', 'account']);
