import { names } from '../names';
import { paths, turning } from './paths';
import styles from './Icon.module.css';

export type IconName = keyof typeof paths;

export interface IconProps {
  name: IconName;
  size?: 'small' | 'medium' | 'large' | 'huge' | undefined;
  isFilled?: boolean | undefined;
}

export function Icon({ name, size = 'medium', isFilled }: IconProps) {
  return (
    <svg
      className={names(styles.icon, styles[size], turning.has(name) && styles.turning, isFilled && styles.filled)}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      data-icon={name}
    >
      <path d={paths[name]} />
    </svg>
  );
}

