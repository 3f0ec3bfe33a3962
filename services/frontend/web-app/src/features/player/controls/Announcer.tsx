import { VisuallyHidden } from '@streamix/ui';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlayer, useSurroundings } from '../state/PlayerContext';
import styles from './Overlays.module.css';

/** Says what happens, to eyes and ears. */
export function Announcer() {
  const { t } = useTranslation('player');
  const { notices } = useSurroundings();
  const { text, id } = useSyncExternalStore(notices.store.subscribe, notices.store.get);
  const [started, paused, waiting] = [usePlayer(state => state.media.started), usePlayer(state => state.media.paused), usePlayer(state => state.media.waiting)];
  const before = useRef(paused);
  const said = before.current === paused || !started || waiting ? '' : t(paused ? 'announce.paused' : 'announce.playing');
  useEffect(() => { before.current = paused; }, [paused]);
  return (
    <>
      {text && <div key={id} className={styles.notice} aria-hidden="true"><span className={styles.bubble}>{text}</span></div>}
      <VisuallyHidden><span role="status" aria-live="polite" data-testid="announcer">{text || said}</span></VisuallyHidden>
    </>
  );
}
