import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CardFacts } from './facts';
import { yearIn } from './names';
import { Pieces } from './Pieces';
import { Poster } from './Poster';
import { usePrefetchTitle } from './prefetch';
import styles from './TitleCard.module.css';

interface Props {
  title: CardFacts;
  /** Stands in the second line instead of year and rating. */
  detail?: string;
  first?: boolean;
}

const sizes = '(min-width: 84rem) 12.5rem, (min-width: 57rem) 15vw, (min-width: 30rem) 22vw, 42vw';

/** A title in a list; leads to its page. */
export function TitleCard({ title, detail, first = false }: Props) {
  const { t, i18n } = useTranslation('catalogue');
  const ahead = usePrefetchTitle(title.id);
  const facts = [
    title.kind === 'movie' ? null : t(`kind.${title.kind}`),
    title.year === null ? null : yearIn(i18n.language, title.year),
    title.rating,
  ].filter(fact => fact !== null);
  return (
    <Link className={styles.card} to={`/titles/${title.id}`} {...ahead}>
      <Poster picture={title.poster} name={title.title} shape="poster" sizes={sizes} first={first} />
      <span className={styles.name} dir="auto" title={title.title}>
        {title.pieces ? <Pieces pieces={title.pieces} /> : title.title}
      </span>
      <span className={styles.facts}>{detail ?? facts.join(' · ')}</span>
    </Link>
  );
}
