import { Select } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card, TitleData } from '../catalogue/model';
import { EpisodeItem } from './EpisodeItem';
import styles from './Seasons.module.css';
import type { Playable } from './usePlayable';

/** The episodes of one season; at first of the one that somebody goes on with. */
export function Seasons({ page, playable }: { page: TitleData; playable: Playable }) {
  const { t } = useTranslation('catalogue');
  const [chosen, setChosen] = useState<string | null>(null);
  const { seasons } = page;
  const open = [chosen, playable.next?.season.id].flatMap(id => seasons.find(({ season }) => season.id === id) ?? [])[0] ?? seasons[0];
  if (!open) return null;
  const name = (season: Card) => season.title.trim() || t('season.numbered', { number: season.number ?? 0 });
  const pictures = page.series?.artwork ?? page.title.artwork;
  return (
    <section className={styles.seasons} aria-labelledby="episodes">
      <div className={styles.head}>
        <h2 id="episodes">{t('title.episodes')}</h2>
        {seasons.length > 1 && (
          <div className={styles.select}>
            <Select label={t('title.season')} isLabelHidden options={seasons.map(({ season }) => ({ id: season.id, label: name(season) }))} value={open.season.id} onChange={setChosen} />
          </div>
        )}
      </div>
      {open.season.synopsis && <p className={styles.synopsis} dir="auto">{open.season.synopsis}</p>}
      {open.episodes.length === 0 && <p className={styles.synopsis}>{t('season.empty')}</p>}
      <ol className={styles.episodes} aria-label={name(open.season)}>
        {open.episodes.map(episode => (
          <EpisodeItem key={episode.id} episode={episode} watched={playable.watched.get(episode.id)} fallback={pictures} />
        ))}
      </ol>
    </section>
  );
}
