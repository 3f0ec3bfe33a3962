import styles from './Skeleton.module.css';

export interface SkeletonProps {
  width?: string | number | undefined;
  height?: string | number | undefined;
  radius?: string | number | undefined;
  /** Keeps a shape whatever the width: `2 / 3`. */
  ratio?: string | undefined;
}

export function Skeleton({ width = '100%', height, radius, ratio }: SkeletonProps) {
  return (
    <span
      aria-hidden="true"
      className={styles.skeleton}
      style={{ inlineSize: width, blockSize: height ?? (ratio ? 'auto' : '1em'), borderRadius: radius, aspectRatio: ratio }}
    />
  );
}
