import { Label, Meter as AriaMeter } from 'react-aria-components';
import { names } from '../names';
import styles from './Meter.module.css';

export interface MeterProps {
  label: string;
  value: number;
  max?: number | undefined;
  valueLabel?: string | undefined;
  kind?: 'neutral' | 'success' | 'warning' | 'danger' | undefined;
}

export function Meter({ label, value, max = 100, valueLabel, kind = 'neutral' }: MeterProps) {
  return (
    <AriaMeter value={value} maxValue={max} {...(valueLabel ? { valueLabel } : {})} className={names(styles.meter)}>
      {({ percentage, valueText }) => (
        <>
          <span className={styles.words}>
            <Label>{label}</Label>
            <span className={styles.value}>{valueText}</span>
          </span>
          <span className={styles.track}>
            <span className={names(styles.fill, styles[kind])} style={{ inlineSize: `${percentage}%` }} />
          </span>
        </>
      )}
    </AriaMeter>
  );
}
