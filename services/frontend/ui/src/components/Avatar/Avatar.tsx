import { useState } from 'react';
import { names } from '../names';
import styles from './Avatar.module.css';

export interface AvatarProps {
  name: string;
  src?: string | null | undefined;
  size?: 'small' | 'medium' | 'large' | 'huge' | undefined;
  /** Where the name stands beside it, the picture is silent. */
  isDecorative?: boolean | undefined;
}

const tones = 6;

export function Avatar({ name, src, size = 'medium', isDecorative }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const label = isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name };
  return (
    <span {...label} className={names(styles.avatar, styles[size], styles[`tone${toneOf(name)}`])}>
      {src && broken !== src ? (
        <img src={src} alt="" draggable={false} className={styles.image} onError={() => setBroken(src)} />
      ) : (
        initialOf(name)
      )}
    </span>
  );
}

function initialOf(name: string) {
  return [...name.trim()][0]?.toLocaleUpperCase() ?? '?';
}

function toneOf(name: string) {
  return [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % tones;
}
