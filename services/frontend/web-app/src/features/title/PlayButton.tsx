import { Icon, LinkButton, useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { shareOf } from '../catalogue/progress';
import { WatchedBar } from '../catalogue/WatchedBar';
import styles from './PlayButton.module.css';
import type { Playable } from './usePlayable';

/** Plays, or plays on; below it how far one is. */
export function PlayButton({ playable }: { playable: Playable }) {
  const { t } = useTranslation('catalogue');
  if (playable.isPending) return <span className={styles.place} aria-hidden="true"><span className={styles.waiting} /></span>;
  if (playable.titleId === null) return <p className={styles.place}>{t('play.notYet')}</p>;
  return (
    <span className={styles.place}>
      <LinkButton variant="primary" size="large" to={`/watch/${playable.titleId}`} icon={<Icon name="play" isFilled />}>
        <Label playable={playable} />
      </LinkButton>
      <Progress progress={playable.progress} />
    </span>
  );
}

function Label({ playable: { next, progress } }: { playable: Playable }) {
  const { t } = useTranslation('catalogue');
  const action = progress ? 'resume' : 'play';
  if (!next) return t(`play.${action}`);
  return t(`play.${action}Episode`, { episode: t('episode.short', { season: next.season.number, number: next.episode.number }) });
}

function Progress({ progress }: { progress: Playable['progress'] }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const share = progress ? shareOf(progress) : null;
  if (!progress || share === null) return <span className={styles.line} />;
  return (
    <span className={styles.line}>
      <span className={styles.bar}><WatchedBar share={share} /></span>
      <span>{t('play.left', { time: format.duration(progress.duration - progress.position) })}</span>
    </span>
  );
}
