import { Icon } from '@streamix/ui';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './Shelf.module.css';
import { useShelf } from './useShelf';

interface Props {
  heading: string;
  /** Where all of it is. */
  to?: string;
  /** List items. */
  children: ReactNode;
  count: number;
  shape?: 'poster' | 'wide';
  isBusy?: boolean;
}

/** A row that is scrolled sideways. */
export function Shelf({ heading, to, children, count, shape = 'poster', isBusy = false }: Props) {
  const { t } = useTranslation('catalogue');
  const id = useId();
  const { list, ends, look, move, onKeyDown } = useShelf(count);
  return (
    <section className={styles.shelf} aria-labelledby={id} aria-busy={isBusy}>
      <div className={styles.head}>
        <h2 id={id} className={styles.heading}>{heading}</h2>
        {to && <Link className={styles.all} to={to} aria-label={t('row.allOf', { row: heading })}>{t('row.all')}</Link>}
        <span className={styles.arrows}>
          <button type="button" className={styles.arrow} disabled={ends.start} aria-label={t('row.back', { row: heading })} onClick={() => move(false)}>
            <Icon name="chevron-start" />
          </button>
          <button type="button" className={styles.arrow} disabled={ends.end} aria-label={t('row.on', { row: heading })} onClick={() => move(true)}>
            <Icon name="chevron-end" />
          </button>
        </span>
      </div>
      <ul ref={list} className={`${styles.list} ${styles[shape]}`} onScroll={look} onKeyDown={onKeyDown}>{children}</ul>
    </section>
  );
}
