import styles from './Reel.module.css';

const frames = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** A wall of frames in the light of a projector: drawn by styles alone, nothing to load. */
export function Reel() {
  return (
    <div aria-hidden="true" className={styles.reel}>
      <div className={styles.wall}>
        {frames.map(frame => (
          <span key={frame} className={styles.frame} />
        ))}
      </div>
    </div>
  );
}
