import { useTranslation } from 'react-i18next';
import { pictureOf } from './artwork';
import styles from './Backdrop.module.css';
import type { Card } from './model';
import { toneOf } from './tones';

/** The wide picture behind a hero: what is seen first and largest, so it is asked for before all others. */
export function Backdrop({ title, fallback = [] }: { title: Pick<Card, 'title' | 'artwork'>; fallback?: Card['artwork'] }) {
  const { i18n } = useTranslation('catalogue');
  const kinds = ['backdrop', 'still'];
  const picture = pictureOf(title.artwork, kinds, i18n.language) ?? pictureOf(fallback, kinds, i18n.language);
  return (
    <div className={`${styles.behind} ${picture ? styles.pictured : toneOf(title.title)}`} aria-hidden="true">
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
