import { useTranslation } from 'react-i18next';
import { useCommands } from '../state/PlayerContext';
import { ControlButton } from './ControlButton';
import styles from './Controls.module.css';

const step = 10;

export function SeekButtons() {
  const { t } = useTranslation('player');
  const commands = useCommands();
  return (
    <>
      <ControlButton className={styles.wide} label={t('controls.back', { count: step })} glyph="back" shortcut="J" onClick={() => commands.seekBy(-step)} />
      <ControlButton className={styles.wide} label={t('controls.forward', { count: step })} glyph="forward" shortcut="L" onClick={() => commands.seekBy(step)} />
    </>
  );
}
