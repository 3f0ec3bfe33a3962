import { useState } from 'react';
import type { Picture } from './artwork';
import styles from './Poster.module.css';
import { toneOf } from './tones';

interface Props {
  picture: Picture | null;
  /** Stands there while there is no picture, or when it does not come. */
  name: string;
  shape: 'poster' | 'wide' | 'portrait';
  sizes: string;
  /** For what is seen first: asked for at once instead of when it comes near. */
  first?: boolean;
}

/** A picture that keeps its place; what it shows is told by the text beside it. */
export function Poster({ picture, name, shape, sizes, first = false }: Props) {
  const [failed, setFailed] = useState<string | null>(null);
  const shown = picture && failed !== picture.src ? picture : null;
  return (
    <span className={`${styles.frame} ${styles[shape]}`}>
      {shown ? (
        <img
          className={styles.picture}
          src={shown.src}
          srcSet={shown.srcSet}
          sizes={sizes}
          width={shown.width}
          height={shown.height}
          alt=""
          decoding="async"
          loading={first ? 'eager' : 'lazy'}
          onError={() => setFailed(shown.src)}
        />
      ) : (
        <span className={`${styles.drawn} ${toneOf(name)}`} aria-hidden="true" dir="auto">{name}</span>
      )}
    </span>
  );
}
