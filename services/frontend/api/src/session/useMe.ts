import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, type Schemas } from '../client';
import { isProblem } from '../problem';
import { unwrap } from '../unwrap';
import { onSessionEvent } from './channel';
import { hasSession } from './session';

export type Me = Schemas['UsersAccount.AccountView'];

/** My account with its roles; null while nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Me | null> => {
    if (!hasSession()) return null;
    try {
      return await unwrap(api.GET('/api/v1/account', { signal }));
    } catch (error) {
      if (isProblem(error) && error.status === 401) return null;
      throw error;
    }
  },
});

const isOfSession = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== 'me';

export function useMe() {
  return useQuery(meQuery);
}

/** Of the account, whoever of the household watches. */
const household = new Set<unknown>(['me', 'profiles']);

/** Keeps what is cached in step with the session: nothing of one account is shown to the next. Used once, at the top. */
export function useSessionCache(): void {
  const queries = useQueryClient();
  useEffect(() => onSessionEvent(event => {
    if (event.kind === 'stayed') {
      void queries.invalidateQueries();
      return;
    }
    void queries.cancelQueries();
    if (event.kind === 'signing-out') return;
    if (event.kind === 'profile-changed') {
      void queries.resetQueries({ predicate: query => !household.has(query.queryKey[0]) });
      return;
    }
    if (event.kind === 'signed-out') {
      // What is on the screen leaves it at the next drawing; drawn without its data before that, it would ask for it once more.
      queries.setQueryData(meQuery.queryKey, null);
      queries.removeQueries({ predicate: query => isOfSession(query) && !query.isActive() });
      return;
    }
    queries.removeQueries({ predicate: isOfSession });
    void queries.resetQueries({ queryKey: meQuery.queryKey });
  }), [queries]);
}
