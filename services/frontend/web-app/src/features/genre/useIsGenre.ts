import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vocabularyQuery } from '../catalogue/queries';

/**
 * Whether there is such a genre; undefined until that is known. What we have a word for is one. Of anything else the
 * vocabulary is asked first, and when it cannot be read the list of titles has to tell.
 */
export function useIsGenre(genre: string): boolean | undefined {
  const { i18n } = useTranslation('catalogue');
  const hasWord = i18n.exists(`genre.${genre}`, { ns: 'catalogue' });
  const vocabulary = useQuery({ ...vocabularyQuery(), enabled: !hasWord });
  if (hasWord || vocabulary.isError) return true;
  return vocabulary.data?.genres.includes(genre);
}
