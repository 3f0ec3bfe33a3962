import { useTranslation } from 'react-i18next';
import { mayFloat } from '../device/pictureInPicture';
import { useCommands, usePlayer, useSurface, useSurroundings } from '../state/PlayerContext';
import { ControlButton } from './ControlButton';
import styles from './Controls.module.css';
import { PlayButton } from './PlayButton';
import { SeekBar } from './SeekBar';
import { SeekButtons } from './SeekButtons';
import { TimeReadout } from './TimeReadout';
import { VolumeControl } from './VolumeControl';

interface BottomBarProps {
  onFullscreen: () => void;
  onFloat: () => void;
}

/** In the same order in every language, as on devices. */
export function BottomBar({ onFullscreen, onFloat }: BottomBarProps) {
  const { t } = useTranslation('player');
  const { controller } = useSurroundings();
  const hasNext = usePlayer(state => state.answer?.next != null);
  const fullscreen = useSurface(surface => surface.fullscreen);
  return (
    <div className={styles.bottom} dir="ltr" role="group" aria-label={t('controls.title')}>
      <SeekBar />
      <div className={styles.row}>
        <PlayButton />
        <SeekButtons />
        {hasNext && <ControlButton label={t('controls.next')} glyph="next" onClick={() => controller.nextNow()} />}
        <VolumeControl />
        <TimeReadout />
        <span className={styles.space} />
        <CaptionsButton />
        <SettingsButton />
        {mayFloat() && <ControlButton className={styles.wide} label={t('controls.pip')} glyph="pip" onClick={onFloat} />}
        <ControlButton label={t(fullscreen ? 'controls.window' : 'controls.fullscreen')} glyph={fullscreen ? 'window' : 'fullscreen'} shortcut="F" onClick={onFullscreen} />
      </div>
    </div>
  );
}

function CaptionsButton() {
  const { t } = useTranslation('player');
  const commands = useCommands();
  const [there, on] = [usePlayer(state => state.tracks.texts.length > 0), usePlayer(state => state.tracks.text !== null)];
  if (!there) return null;
  return <ControlButton label={t('controls.captions')} glyph="captions" shortcut="C" aria-pressed={on} onClick={() => commands.toggleCaptions()} />;
}

function SettingsButton() {
  const { t } = useTranslation('player');
  const { surface } = useSurroundings();
  const open = useSurface(state => state.panel === 'settings');
  return (
    <ControlButton
      label={t('settings.title')} glyph="settings" aria-haspopup="dialog" aria-expanded={open} data-testid="settings"
      onClick={() => surface.set({ panel: open ? 'none' : 'settings' })}
    />
  );
}
