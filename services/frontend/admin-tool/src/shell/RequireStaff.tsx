import { lastSessionEnd, useMe } from '@streamix/api';
import { ErrorState } from '@streamix/ui';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { Layout } from './Layout';
import { Strangers } from './Strangers';
import { doorFrom } from './places';
import { mayAny, staff } from './roles';
import { Starting } from './Starting';

/** The way in: signed in, and with a role that has work here. */
export function RequireStaff() {
  const location = useLocation();
  const { data: me, error, isPending, refetch } = useMe();
  const stranger = !isPending && !error && !me;

  useEffect(() => {
    if (stranger) window.location.replace(doorFrom(location, lastSessionEnd()));
  }, [stranger, location]);

  if (me) return mayAny(me.roles, staff) ? <Layout me={me} /> : <Strangers />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <Starting />;
}
