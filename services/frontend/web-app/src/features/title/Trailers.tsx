import { Icon, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pictureOf } from '../catalogue/artwork';
import type { TitleData } from '../catalogue/model';
import { Poster } from '../catalogue/Poster';
import { Shelf } from '../catalogue/Shelf';
import cards from '../catalogue/TitleCard.module.css';
import styles from './Trailers.module.css';

export function Trailers({ page }: { page: TitleData }) {
  const { t, i18n } = useTranslation('catalogue');
  const format = useFormat();
  const kinds = ['still', 'backdrop'];
  if (page.trailers.length === 0) return null;
  return (
    <Shelf heading={t('title.trailers')} count={page.trailers.length} shape="wide">
      {page.trailers.map(trailer => (
        <li key={trailer.id}>
          <Link className={cards.card} to={`/watch/${trailer.id}`}>
            <span className={styles.picture}>
              <Poster
                picture={pictureOf(trailer.artwork, kinds, i18n.language) ?? pictureOf(page.title.artwork, kinds, i18n.language)}
                name={trailer.title}
                shape="wide"
                sizes="(min-width: 59rem) 23vw, 60vw"
              />
              <span className={styles.play}><Icon name="play" isFilled /></span>
            </span>
            <span className={cards.name} dir="auto">{trailer.title}</span>
            <span className={cards.facts}>{trailer.runtimeSeconds !== null && format.clock(trailer.runtimeSeconds)}</span>
          </Link>
        </li>
      ))}
    </Shelf>
  );
}
