import { useTranslation } from 'react-i18next';
import { clock } from '../markers/time';
import { usePlayer } from '../state/PlayerContext';
import styles from './Controls.module.css';
import { LiveButton } from './LiveButton';

export function TimeReadout() {
  const { t } = useTranslation('player');
  const live = usePlayer(state => state.media.live);
  const [time, duration] = [usePlayer(state => Math.floor(state.media.time)), usePlayer(state => Math.floor(state.media.duration || state.answer?.duration || 0))];
  if (live) return <LiveButton />;
  return (
    <div className={styles.time} dir="ltr" role="timer" aria-live="off" aria-label={t('controls.time')}>
      <span data-testid="time">{clock(time)}</span>
      <span className={styles.total}> / {clock(duration)}</span>
    </div>
  );
}
