import styles from './RouteProgress.module.css';

/** A line at the top while the next page is being fetched. */
export function RouteProgress({ isBusy }: { isBusy: boolean }) {
  return <div aria-hidden="true" className={styles.line} data-busy={isBusy || undefined} />;
}
