import { ProgressBar } from 'react-aria-components';
import styles from './Spinner.module.css';

export function Spinner({ label }: { label: string }) {
  return (
    <ProgressBar isIndeterminate aria-label={label} className={styles.place}>
      <span className={styles.ring} />
    </ProgressBar>
  );
}
