import { Icon, LinkButton, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Backdrop } from '../catalogue/Backdrop';
import { Facts } from '../catalogue/Facts';
import type { TitleData } from '../catalogue/model';
import { TitleName } from '../catalogue/TitleName';
import { PlayButton } from './PlayButton';
import styles from './TitleHero.module.css';
import type { Playable } from './usePlayable';

export function TitleHero({ page, playable }: { page: TitleData; playable: Playable }) {
  const { t } = useTranslation('catalogue');
  const { title, series, season } = page;
  const trailer = page.trailers[0];
  return (
    <header className={styles.hero}>
      <Backdrop title={title} fallback={series?.artwork ?? []} />
      <div className={styles.words}>
        {series && (
          <p className={styles.above}>
            <Link className={styles.series} to={`/titles/${series.id}`}>{series.title}</Link>
            {season && title.number !== null && <span>{t('episode.long', { season: season.number, number: title.number })}</span>}
          </p>
        )}
        <TitleName title={title} />
        <Facts title={title} seasons={title.kind === 'series' ? page.seasons.length : 0} quality={page.package?.quality ?? null} />
        {title.tagline && <p className={styles.tagline} dir="auto">{title.tagline}</p>}
        <Dates page={page} />
        <div className={styles.buttons}>
          <PlayButton playable={playable} />
          {trailer && (
            <LinkButton variant="secondary" size="large" to={`/watch/${trailer.id}`} icon={<Icon name="film" />}>{t('title.trailer')}</LinkButton>
          )}
        </div>
      </div>
    </header>
  );
}

/** When it comes, or when it goes. */
function Dates({ page }: { page: TitleData }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const comes = page.title.releasedOn;
  if (comes !== null && !page.package && page.seasons.length === 0 && Date.parse(comes) > Date.now())
    return <p className={styles.date}>{t('title.coming', { date: format.date(comes, { dateStyle: 'long', timeZone: 'UTC' }) })}</p>;
  if (page.availableUntil !== null) return <p className={styles.date}>{t('title.until', { date: format.date(page.availableUntil) })}</p>;
  return null;
}
