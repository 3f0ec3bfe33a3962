import { childrenOf, type Kind } from '../kinds';
import type { TitleFile } from '../catalog';
import { Children } from './Children';
import styles from './Parts.module.css';

/** What belongs to the title: seasons of a series, episodes of a season, trailers of all. */
export function PartsTab({ title }: { title: TitleFile }) {
  const order: readonly Kind[] = childrenOf(title.kind);
  return <div className={styles.parts}>{order.map(kind => <Children key={kind} parent={title} kind={kind} />)}</div>;
}
