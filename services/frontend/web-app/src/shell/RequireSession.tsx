import { lastSessionEnd, useMe } from '@streamix/api';
import { ErrorState } from '@streamix/ui';
import { Navigate, Outlet, useLocation } from 'react-router';
import { doorFrom } from './places';
import { Starting } from './Starting';

/** For whoever is signed in. When the session ends, here or in another tab, the way leads to a door at once. */
export function RequireSession() {
  const location = useLocation();
  const { data: me, error, isPending, refetch } = useMe();
  if (isPending) return <Starting />;
  if (me) return <Outlet />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <Navigate replace to={doorFrom(location, lastSessionEnd())} />;
}
