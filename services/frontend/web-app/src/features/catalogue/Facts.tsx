import { useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './Facts.module.css';
import type { Card } from './model';
import { yearIn } from './names';

interface Props {
  title: Card;
  seasons?: number;
  quality?: string | null;
}

/** Year, rating, length and genres in one line. */
export function Facts({ title, seasons = 0, quality = null }: Props) {
  const { t, i18n } = useTranslation('catalogue');
  const format = useFormat();
  return (
    <ul className={styles.facts} aria-label={t('title.facts')}>
      {title.year !== null && <li>{yearIn(i18n.language, title.year)}</li>}
      {title.rating && (
        <li><abbr className={styles.rating} title={t('title.fromAge', { count: title.rating.minimumAge })}>{title.rating.label}</abbr></li>
      )}
      {title.runtimeSeconds !== null && <li>{format.duration(title.runtimeSeconds)}</li>}
      {seasons > 0 && <li>{t('title.seasons', { count: seasons })}</li>}
      {quality && <li>{t(`quality.${quality}`, { defaultValue: quality.toUpperCase() })}</li>}
      {title.genres.map(genre => (
        <li key={genre}><Link className={styles.genre} to={`/genres/${genre}`}>{t(`genre.${genre}`)}</Link></li>
      ))}
    </ul>
  );
}
