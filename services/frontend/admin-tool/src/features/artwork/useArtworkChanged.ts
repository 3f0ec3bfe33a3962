import { useQueryClient } from '@tanstack/react-query';
import { titleQuery } from '../titles/catalog';
import { artworkQuery } from './artwork';

/** Pictures are a part of their title: each change of one makes a new revision of it, which the next change has to name. */
export function useArtworkChanged(owner: string) {
  const client = useQueryClient();
  return () => Promise.all([artworkQuery(owner), titleQuery(owner)].map(({ queryKey }) => client.invalidateQueries({ queryKey })));
}
