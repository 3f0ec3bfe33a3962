import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '@streamix/ui';
import { ShelfSkeletons } from '../catalogue/ShelfSkeletons';
import hero from './TitleHero.module.css';
import styles from './TitleSkeleton.module.css';

export function TitleSkeleton() {
  const { t } = useTranslation('catalogue');
  return (
    <div aria-busy="true">
      <VisuallyHidden>{t('title.loading')}</VisuallyHidden>
      <div className={`${hero.hero} ${styles.waiting}`} aria-hidden="true" />
      <ShelfSkeletons count={1} />
    </div>
  );
}

/** As many episodes as a screen shows, of their size. */
export function EpisodesSkeleton() {
  return (
    <div className={styles.episodes} aria-hidden="true" data-testid="episodes-skeleton">
      {Array.from({ length: 4 }, (_, index) => <span key={index} className={styles.episode} />)}
    </div>
  );
}
