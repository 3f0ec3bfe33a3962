import { useId } from 'react';
import styles from './Panel.module.css';

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly language?: string;
}

interface OptionsProps {
  label: string;
  options: readonly Option[];
  value: string;
  onChange: (id: string) => void;
}

export function Options({ label, options, value, onChange }: OptionsProps) {
  const name = useId();
  return (
    <fieldset className={styles.options}>
      <legend className={styles.legend}>{label}</legend>
      {options.map(option => (
        <label key={option.id} className={styles.option}>
          <input type="radio" name={name} value={option.id} checked={option.id === value} onChange={() => onChange(option.id)} />
          <span {...option.language && { lang: option.language }}>{option.label}</span>
          {option.note && <span className={styles.note}>{option.note}</span>}
        </label>
      ))}
    </fieldset>
  );
}
