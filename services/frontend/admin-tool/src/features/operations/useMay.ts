import { useMe } from '@streamix/api';
import { mayAny, type Role } from '../../shell/roles';

/** Whether I have one of these roles. The API decides anew for itself. */
export function useMay(roles: readonly Role[]): boolean {
  const { data: me } = useMe();
  return mayAny(me?.roles ?? [], roles);
}
