import { useTranslation } from 'react-i18next';
import type { SearchData } from '../catalogue/model';
import styles from './Summary.module.css';
import type { SearchState } from './state';

/** How much was found, and as what a misspelt word was understood; told to those who do not see it. */
export function Summary({ state, first, isStale }: { state: SearchState; first: SearchData | undefined; isStale: boolean }) {
  const { t, i18n } = useTranslation('catalogue');
  const total = first?.total;
  const number = total ? new Intl.NumberFormat(i18n.language).format(total.count) : '';
  return (
    <p className={styles.summary} role="status">
      {!isStale && total && <span>{t(total.isExact ? 'search.total' : 'search.totalAtLeast', { count: total.count, number })}</span>}
      {!isStale && first?.corrected && <span dir="auto">{t('search.corrected', { text: first.corrected, typed: state.q })}</span>}
    </p>
  );
}
