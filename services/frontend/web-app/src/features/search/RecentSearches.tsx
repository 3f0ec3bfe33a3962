import { Button, Icon } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './FoundPeople.module.css';
import own from './RecentSearches.module.css';

interface Props {
  recent: readonly string[];
  onChoose: (text: string) => void;
  onClear: () => void;
}

export function RecentSearches({ recent, onChoose, onClear }: Props) {
  const { t } = useTranslation('catalogue');
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="recent-searches">
      <div className={own.head}>
        <h2 id="recent-searches" className={styles.heading}>{t('search.recents')}</h2>
        <Button variant="quiet" size="small" onPress={onClear}>{t('search.clearRecents')}</Button>
      </div>
      <ul className={styles.people}>
        {recent.map(text => (
          <li key={text}>
            <button type="button" className={`${styles.person} ${own.recent}`} onClick={() => onChoose(text)}>
              <Icon name="history" size="small" />
              <span dir="auto">{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
