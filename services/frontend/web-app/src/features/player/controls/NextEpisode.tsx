import { Button } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { usePlayer, useSurroundings } from '../state/PlayerContext';
import styles from './Overlays.module.css';

export function NextEpisode({ name }: { name: string | null }) {
  const { t } = useTranslation('player');
  const { controller } = useSurroundings();
  const state = usePlayer(player => player.next.kind);
  const left = usePlayer(player => player.next.kind === 'counting' ? player.next.left : null);
  const next = usePlayer(player => player.answer?.next ?? null);
  if (!next || state === 'hidden') return null;
  const place = t('next.place', { season: next.seasonNumber, number: next.number });
  return (
    <section className={styles.next} aria-label={t('next.title')} data-testid="next-episode">
      <p className={styles.nextTitle}>{left === null ? t('next.title') : t('next.in', { count: left })}</p>
      <p><span>{place}</span>{name && <bdi> · {name}</bdi>}</p>
      <div className={styles.actions}>
        <Button variant="primary" onPress={() => controller.nextNow()}>{t('next.now')}</Button>
        {left !== null && <Button variant="quiet" onPress={() => controller.cancelNext()}>{t('next.cancel')}</Button>}
      </div>
    </section>
  );
}
