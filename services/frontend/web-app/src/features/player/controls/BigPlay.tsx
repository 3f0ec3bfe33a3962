import { useTranslation } from 'react-i18next';
import { useCommands, usePlayer } from '../state/PlayerContext';
import { Glyph } from './glyphs';
import styles from './Overlays.module.css';

/** The browser plays nothing with sound before somebody presses something. */
export function BigPlay() {
  const { t } = useTranslation('player');
  const commands = useCommands();
  const blocked = usePlayer(state => state.blocked && state.phase === 'playing' && state.media.paused);
  if (!blocked) return null;
  return (
    <div className={styles.center}>
      <button type="button" className={styles.big} aria-label={t('controls.play')} onClick={() => void commands.play()} data-testid="big-play"><Glyph name="play" /></button>
    </div>
  );
}
