import { Label, ProgressBar } from 'react-aria-components';
import { names } from '../names';
import styles from './Progress.module.css';

export interface ProgressProps {
  label: string;
  /** Left out while nobody knows how far it is. */
  value?: number | undefined;
  max?: number | undefined;
  /** In words, in place of the percentage. */
  valueLabel?: string | undefined;
  isLabelHidden?: boolean | undefined;
}

export function Progress({ label, value, max = 100, valueLabel, isLabelHidden }: ProgressProps) {
  return (
    <ProgressBar
      value={value ?? 0}
      maxValue={max}
      isIndeterminate={value === undefined}
      {...(valueLabel ? { valueLabel } : {})}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      className={names(styles.progress)}
    >
      {({ percentage, valueText, isIndeterminate }) => (
        <>
          {!isLabelHidden && (
            <span className={styles.words}>
              <Label>{label}</Label>
              {!isIndeterminate && <span className={styles.value}>{valueText}</span>}
            </span>
          )}
          <span className={styles.track}>
            <span
              className={names(styles.fill, isIndeterminate && styles.moving)}
              style={isIndeterminate ? undefined : { inlineSize: `${percentage ?? 0}%` }}
            />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
