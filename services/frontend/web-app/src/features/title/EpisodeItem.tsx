import { Icon, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pictureOf } from '../catalogue/artwork';
import type { Artwork, Card, Watched } from '../catalogue/model';
import { Poster } from '../catalogue/Poster';
import { shareOf } from '../catalogue/progress';
import { WatchedBar } from '../catalogue/WatchedBar';
import styles from './EpisodeItem.module.css';

interface Props {
  episode: Card;
  watched: Watched | undefined;
  /** Pictures of the series, for episodes without a still. */
  fallback: readonly Artwork[];
}

export function EpisodeItem({ episode, watched, fallback }: Props) {
  const { t, i18n } = useTranslation('catalogue');
  const format = useFormat();
  const kinds = ['still', 'backdrop'];
  const picture = pictureOf(episode.artwork, kinds, i18n.language) ?? pictureOf(fallback, ['backdrop'], i18n.language);
  const share = watched && !watched.completed && watched.position > 0 ? shareOf(watched) : null;
  return (
    <li className={styles.episode}>
      <span className={styles.picture}>
        <Poster picture={picture} name={episode.title} shape="wide" sizes="(min-width: 40rem) 14rem, 40vw" />
        {share !== null && <WatchedBar share={share} />}
      </span>
      <div className={styles.words}>
        <h3 className={styles.name} dir="auto">
          <Link className={styles.link} to={`/watch/${episode.id}`}>
            {episode.number === null ? episode.title : t('episode.numbered', { number: episode.number, title: episode.title })}
          </Link>
        </h3>
        <p className={styles.facts}>
          {episode.runtimeSeconds !== null && <span>{format.duration(episode.runtimeSeconds)}</span>}
          {watched?.completed && <span className={styles.done}><Icon name="check" size="small" />{t('episode.watched')}</span>}
        </p>
        {episode.synopsis && <p className={styles.synopsis} dir="auto">{episode.synopsis}</p>}
      </div>
    </li>
  );
}
