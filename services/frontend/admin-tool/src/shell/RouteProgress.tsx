import { useNavigation } from 'react-router';
import styles from './RouteProgress.module.css';

/** A line at the top while the next page is being fetched. */
export function RouteProgress() {
  const { state } = useNavigation();
  return <div aria-hidden="true" className={styles.line} data-busy={state !== 'idle' || undefined} />;
}
