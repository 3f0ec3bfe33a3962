import { Skeleton, SkeletonGroup } from '@streamix/ui';
import styles from './ProfileGrid.module.css';

const usual = [1, 2, 3];

export function ProfileGridSkeleton() {
  return (
    <SkeletonGroup className={styles.grid ?? ''}>
      {usual.map(place => (
        <span key={place} className={styles.tile}>
          <Skeleton width="8rem" height="8rem" radius="var(--radius-large)" />
          <Skeleton width="5rem" height="1.5rem" />
        </span>
      ))}
    </SkeletonGroup>
  );
}
