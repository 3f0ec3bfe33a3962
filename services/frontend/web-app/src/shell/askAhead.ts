import { hasSession, meQuery } from '@streamix/api';
import type { Language } from '@streamix/ui';
import type { QueryClient } from '@tanstack/react-query';
import { titlesQuery } from '../features/catalogue/queries';
import { featuredQuery } from '../features/home/queries';
import { chosenProfile } from '../features/profiles/chosen';
import { profilesQuery } from '../features/profiles/current';

/** Asks for what the first page begins with while its scripts are still on their way: all at once, what the guards would ask one after the other. */
export function askAhead(queries: QueryClient, path: string, language: Language): void {
  if (!hasSession()) return;
  void queries.prefetchQuery(meQuery);
  void queries.prefetchQuery(profilesQuery);
  if (path !== '/' || chosenProfile() === null) return;
  for (const query of [featuredQuery(language), titlesQuery(language, {}), titlesQuery(language, { sort: 'newest' })]) void queries.prefetchQuery(query);
}
