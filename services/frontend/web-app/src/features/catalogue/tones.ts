import styles from './tones.module.css';

const tones = 6;

/** The colour of a title without a picture: always the same for the same name. */
export function toneOf(name: string): string {
  const sum = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return styles[`tone${sum % tones}`] ?? '';
}
