import { Checkbox } from '@streamix/ui';
import styles from './Rows.module.css';

interface ChecksProps { title: string; words: readonly string[]; nameOf: (word: string) => string; chosen: readonly string[]; onChange: (chosen: string[]) => void }

/** Any of the words of a vocabulary; those it has no more stay until they are taken away. */
export function Checks({ title, words, nameOf, chosen, onChange }: ChecksProps) {
  const all = [...words, ...chosen.filter(word => !words.includes(word))];
  return (
    <fieldset className={styles.rows}>
      <legend className={styles.legend}>{title}</legend>
      <div className={styles.checks}>
        {all.map(word => (
          <Checkbox key={word} value={chosen.includes(word)} onChange={isOn => onChange(isOn ? [...chosen, word] : chosen.filter(one => one !== word))}>
            {nameOf(word)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
