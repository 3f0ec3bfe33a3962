import { useTranslation } from 'react-i18next';
import { useCommands, usePlayer } from '../state/PlayerContext';
import styles from './Overlays.module.css';

export function SkipButton() {
  const { t } = useTranslation('player');
  const commands = useCommands();
  const skip = usePlayer(state => state.skip?.kind ?? null);
  if (!skip) return null;
  return <button type="button" className={styles.corner} onClick={() => commands.skip()} data-testid="skip">{t(`skip.${skip}`)}</button>;
}
