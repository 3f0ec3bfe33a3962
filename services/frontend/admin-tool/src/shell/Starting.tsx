import styles from './Starting.module.css';

/** Before there are words to show: the mark, in the place where the page will be. */
export function Starting() {
  return (
    <div aria-busy="true" className={styles.starting}>
      <span className={styles.mark} />
    </div>
  );
}
