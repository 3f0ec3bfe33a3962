import { Icon, type IconName } from '@streamix/ui';
import { Link } from 'react-router';
import styles from './Disclosure.module.css';

interface ChoiceProps {
  label: string;
  lang?: string;
  icon?: IconName | undefined;
  isChosen?: boolean;
  to?: string;
  /** Another application of the same origin. */
  href?: string;
  onChoose: () => void;
}

/** A line of what a button opens: a way somewhere, one of several, or something to do. */
export function Choice({ label, lang, icon, isChosen, to, href, onChoose }: ChoiceProps) {
  const face = (
    <>
      <span className={styles.place}>{isChosen ? <Icon name="check" /> : icon && <Icon name={icon} />}</span>
      <span lang={lang}>{label}</span>
    </>
  );
  if (to !== undefined) return <li><Link className={styles.choice} onClick={onChoose} to={to}>{face}</Link></li>;
  if (href !== undefined) return <li><a className={styles.choice} href={href}>{face}</a></li>;
  return <li><button aria-pressed={isChosen} className={styles.choice} onClick={onChoose} type="button">{face}</button></li>;
}
