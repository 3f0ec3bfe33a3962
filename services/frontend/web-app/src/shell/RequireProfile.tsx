import { ErrorState } from '@streamix/ui';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useProfile, useProfiles } from '../features/profiles/current';
import { placeOf, profilesPath } from './places';
import { Starting } from './Starting';

/** What is shown depends on who of the household watches. */
export function RequireProfile() {
  const location = useLocation();
  const profiles = useProfiles();
  const profile = useProfile();
  if (profile) return <Outlet />;
  if (profiles.isPending) return <Starting />;
  if (profiles.error) return <ErrorState error={profiles.error} onRetry={() => void profiles.refetch()} />;
  return <Navigate replace to={profilesPath(placeOf(location))} />;
}
