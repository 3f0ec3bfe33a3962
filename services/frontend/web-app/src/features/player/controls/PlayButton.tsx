import { useTranslation } from 'react-i18next';
import { useCommands, usePlayer } from '../state/PlayerContext';
import { ControlButton } from './ControlButton';

export function PlayButton() {
  const { t } = useTranslation('player');
  const commands = useCommands();
  const [paused, ended] = [usePlayer(state => state.media.paused), usePlayer(state => state.media.ended)];
  const action = ended ? 'again' : paused ? 'play' : 'pause';
  return <ControlButton label={t(`controls.${action}`)} glyph={action} shortcut="K" onClick={() => commands.toggle()} data-testid="play" />;
}
