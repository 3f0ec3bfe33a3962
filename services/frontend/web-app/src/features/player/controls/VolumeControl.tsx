import { useTranslation } from 'react-i18next';
import { useCommands, usePlayer } from '../state/PlayerContext';
import { ControlButton } from './ControlButton';
import styles from './Controls.module.css';

export function VolumeControl() {
  const { t } = useTranslation('player');
  const commands = useCommands();
  const [volume, muted] = [usePlayer(state => state.media.volume), usePlayer(state => state.media.muted)];
  const share = muted ? 0 : volume;
  return (
    <div className={styles.volume}>
      <ControlButton
        label={t(muted ? 'controls.unmute' : 'controls.mute')} glyph={share === 0 ? 'muted' : share < 0.5 ? 'quiet' : 'loud'} shortcut="M"
        onClick={() => commands.setMuted(!muted)}
      />
      <input
        className={styles.volumeSlider} type="range" min={0} max={1} step={0.05} value={share} dir="ltr"
        aria-label={t('controls.volume')} aria-valuetext={t('controls.volumeIs', { percent: Math.round(share * 100) })}
        onChange={event => commands.setVolume(event.target.valueAsNumber)}
      />
    </div>
  );
}
