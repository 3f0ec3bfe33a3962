import { CardSkeletons } from './CardSkeletons';
import shelves from './Shelf.module.css';
import styles from './ShelfSkeletons.module.css';

/** Rows of which nothing is known yet. */
export function ShelfSkeletons({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    <div key={index} className={shelves.shelf} aria-hidden="true" data-testid="shelf-skeleton">
      <div className={shelves.head}><span className={styles.heading} /></div>
      <ul className={`${shelves.list} ${styles.still}`}><CardSkeletons count={10} /></ul>
    </div>
  ));
}
