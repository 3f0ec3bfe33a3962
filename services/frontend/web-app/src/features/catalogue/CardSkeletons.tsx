import cards from './TitleCard.module.css';
import styles from './CardSkeletons.module.css';

/** Empty cards, of exactly the size of those to come. */
export function CardSkeletons({ count, shape = 'poster' }: { count: number; shape?: 'poster' | 'wide' }) {
  return Array.from({ length: count }, (_, index) => (
    <li key={index} aria-hidden="true">
      <span className={`${styles.picture} ${styles[shape]}`} />
      <span className={`${cards.name} ${styles.name}`} />
      <span className={`${cards.facts} ${styles.facts}`} />
    </li>
  ));
}
