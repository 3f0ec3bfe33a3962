import { useTranslation } from 'react-i18next';
import { pictureOf } from './artwork';
import styles from './Backdrop.module.css';
import type { Artwork } from './model';

/** The wide picture behind a hero: what is seen first and largest, so it is asked for before all others. */
export function Backdrop({ artwork, fallback = [] }: { artwork: readonly Artwork[]; fallback?: readonly Artwork[] }) {
  const { i18n } = useTranslation('catalogue');
  const kinds = ['backdrop', 'still'];
  const picture = pictureOf(artwork, kinds, i18n.language) ?? pictureOf(fallback, kinds, i18n.language);
  return (
    <div className={styles.behind} aria-hidden="true">
      {picture && (
        <img
          className={styles.picture}
          src={picture.src}
          srcSet={picture.srcSet}
          sizes="100vw"
          width={picture.width}
          height={picture.height}
          alt=""
          fetchPriority="high"
          loading="eager"
          decoding="async"
        />
      )}
    </div>
  );
}
