import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlayer } from '../state/PlayerContext';
import styles from './Overlays.module.css';

const patience = 300;

/** Shown when something takes long, not at every hiccup. */
export function Spinner() {
  const { t } = useTranslation('player');
  const busy = usePlayer(state => state.phase === 'starting' || (state.phase === 'playing' && state.media.waiting && !state.blocked));
  const online = usePlayer(state => state.online);
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [busy]);
  return (
    <div className={styles.center} role="status">
      {busy && late && <span className={styles.spinner} data-testid="buffering" role="img" aria-label={t('loading')} />}
      {busy && late && !online && <span className={styles.bubble}>{t('waitingForConnection')}</span>}
    </div>
  );
}
