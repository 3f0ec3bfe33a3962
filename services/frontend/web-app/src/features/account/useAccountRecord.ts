import { meQuery } from '@streamix/api';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readAccount, type AccountRecord } from './accountApi';

export const recordQuery = queryOptions({
  queryKey: ['account', 'record'],
  queryFn: ({ signal }) => readAccount(signal),
  staleTime: 0,
});

export function useAccountRecord() {
  return useQuery(recordQuery);
}

/** Saves against the version that was read last; what comes back is the account from then on, everywhere. */
export function useSaveAccount<T>(save: (wish: T, etag: string) => Promise<AccountRecord>, onSaved?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: T) => save(wish, queries.getQueryData(recordQuery.queryKey)?.etag ?? ''),
    onSuccess: record => {
      queries.setQueryData(recordQuery.queryKey, record);
      queries.setQueryData(meQuery.queryKey, record.account);
      onSaved?.();
    },
  });
}
