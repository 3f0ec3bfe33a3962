import { useMe } from '@streamix/api';
import { Outlet } from 'react-router';
import { NotAllowed } from './NotAllowed';
import { mayAny, type Role } from './roles';

/** Pages for these roles. The API refuses everybody else by itself; this only says so before they try. */
export function Guard({ roles }: { roles: readonly Role[] }) {
  const { data: me } = useMe();
  return me && mayAny(me.roles, roles) ? <Outlet /> : <NotAllowed />;
}
