import { useTranslation } from 'react-i18next';
import styles from './SkipLink.module.css';

/** First in the page; the element it leads to needs `id` and `tabIndex={-1}`. */
export function SkipLink({ target = 'main' }: { target?: string }) {
  const { t } = useTranslation('ui');
  return (
    <a
      href={`#${target}`}
      className={styles.link}
      onClick={event => {
        event.preventDefault();
        document.getElementById(target)?.focus();
      }}
    >
      {t('skip')}
    </a>
  );
}
