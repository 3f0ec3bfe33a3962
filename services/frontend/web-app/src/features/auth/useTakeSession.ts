import { meQuery, signedIn, type Schemas } from '@streamix/api';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Goes on with a new session in every tab. Waits for the account, so that the next page does not take us for a stranger. */
export function useTakeSession() {
  const queries = useQueryClient();
  return useCallback(
    async (session: Schemas['AuthIdentity.SignedIn']) => {
      signedIn(session);
      await queries.fetchQuery({ ...meQuery, staleTime: 0 }).catch(() => undefined);
    },
    [queries],
  );
}
