import { useState } from 'react';
import { Icon, type IconName } from '../Icon/Icon';
import { names } from '../names';
import styles from './Image.module.css';

export interface ImageProps {
  src?: string | null | undefined;
  srcSet?: string | undefined;
  sizes?: string | undefined;
  /** Empty for pictures that only decorate. */
  alt: string;
  /** Width to height, as `2 / 3` or 1.78. */
  ratio: string | number;
  isEager?: boolean | undefined;
  fallback?: IconName | undefined;
  radius?: 'none' | 'medium' | 'large' | undefined;
}

export function Image({ src, srcSet, sizes, alt, ratio, isEager, fallback = 'film', radius = 'medium' }: ImageProps) {
  const [seen, setSeen] = useState<{ src: string; isBroken: boolean } | null>(null);
  const state = src && seen?.src === src ? seen : null;
  const isDrawn = !src || state?.isBroken;
  return (
    <span className={names(styles.frame, styles[radius])} style={{ aspectRatio: ratio }}>
      {isDrawn ? (
        <span className={styles.fallback} {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}>
          <Icon name={fallback} size="large" />
        </span>
      ) : (
        <img
          key={src}
          src={src}
          srcSet={srcSet}
          sizes={sizes}
          alt={alt}
          loading={isEager ? 'eager' : 'lazy'}
          fetchPriority={isEager ? 'high' : 'auto'}
          decoding="async"
          draggable={false}
          className={names(styles.image, state && styles.shown)}
          ref={image => {
            if (image?.complete && image.naturalWidth > 0 && !state) setSeen({ src, isBroken: false });
          }}
          onLoad={() => setSeen({ src, isBroken: false })}
          onError={() => setSeen({ src, isBroken: true })}
        />
      )}
    </span>
  );
}
