import { IconButton } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pictureOf } from '../catalogue/artwork';
import cards from '../catalogue/TitleCard.module.css';
import type { ContinueItem, TitleData } from '../catalogue/model';
import { Poster } from '../catalogue/Poster';
import { minutesLeft, shareOf } from '../catalogue/progress';
import { WatchedBar } from '../catalogue/WatchedBar';
import styles from './ContinueCard.module.css';

interface Props {
  item: ContinueItem;
  page: TitleData;
  onRemove: () => void;
}

const sizes = '(min-width: 82rem) 19rem, (min-width: 59rem) 23vw, 60vw';
const kinds = ['still', 'backdrop', 'poster'];

/** Plays on from where somebody was. */
export function ContinueCard({ item, page, onRemove }: Props) {
  const { t, i18n } = useTranslation('catalogue');
  const language = i18n.language;
  const name = page.series?.title ?? page.title.title;
  const picture = pictureOf(page.title.artwork, kinds, language) ?? pictureOf(page.series?.artwork ?? [], kinds.slice(1), language);
  const share = item.position > 0 ? shareOf(item) : null;
  return (
    <div className={styles.place}>
      <Link className={cards.card} id={`continue-${item.titleId}`} to={`/watch/${item.titleId}`}>
        <span className={styles.picture}>
          <Poster picture={picture} name={name} shape="wide" sizes={sizes} />
          {share !== null && <WatchedBar share={share} />}
        </span>
        <span className={cards.name} dir="auto">{name}</span>
        <span className={cards.facts}><Where item={item} /></span>
      </Link>
      <span className={styles.remove}>
        <IconButton label={t('home.remove', { title: name })} icon="close" variant="glass" onPress={onRemove} />
      </span>
    </div>
  );
}

function Where({ item }: { item: ContinueItem }) {
  const { t } = useTranslation('catalogue');
  const left = minutesLeft(item);
  const parts = [
    item.seasonNumber !== null && item.number !== null ? t('episode.short', { season: item.seasonNumber, number: item.number }) : null,
    item.reason === 'next' ? t('home.next') : left === null ? null : t('home.left', { count: left }),
  ];
  return parts.filter(part => part !== null).join(' · ');
}
