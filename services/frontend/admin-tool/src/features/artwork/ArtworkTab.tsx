import { ErrorState, Skeleton, SkeletonGroup } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { artworkQuery } from './artwork';
import styles from './Artwork.module.css';
import { artworkKindsOf } from './kinds';
import { Wall } from './Wall';

/** All pictures of a title, or of a person, kind by kind. */
export function ArtworkTab({ owner, kind }: { owner: string; kind: string }) {
  const { t } = useTranslation('titles');
  const pictures = useQuery(artworkQuery(owner));
  if (pictures.isPending) return <SkeletonGroup label={t('artwork.loading')}><Skeleton height="24rem" /></SkeletonGroup>;
  if (pictures.isError) return <ErrorState error={pictures.error} onRetry={() => pictures.refetch()} isRetrying={pictures.isFetching} />;
  return (
    <div className={styles.walls}>
      {artworkKindsOf(kind).map(one => <Wall key={one.name} owner={owner} kind={one} pictures={pictures.data.filter(picture => picture.kind === one.name)} />)}
    </div>
  );
}
