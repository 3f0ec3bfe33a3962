import type { ReactNode } from 'react';
import styles from './operations.module.css';

export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{typeof value === 'string' ? <bdi>{value}</bdi> : value}</dd></div>)}
    </dl>
  );
}
