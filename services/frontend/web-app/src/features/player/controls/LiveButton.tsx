import { names } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { clock } from '../markers/time';
import { useCommands, usePlayer } from '../state/PlayerContext';
import styles from './Controls.module.css';

// Players stay a little behind what is sent; that counts as live.
const near = 15;

export function LiveButton() {
  const { t } = useTranslation('player');
  const commands = useCommands();
  const behind = usePlayer(state => Math.max(0, Math.floor(state.media.seekable.end - state.media.time)));
  const atEdge = behind <= near;
  return (
    <div className={styles.time} dir="ltr">
      <button type="button" className={names(styles.live, atEdge && styles.atEdge)} disabled={atEdge} onClick={() => commands.goLive()}>
        <span aria-hidden="true">●</span> {t(atEdge ? 'live.now' : 'live.goTo')}
      </button>
      {!atEdge && <span aria-label={t('live.behind')}>−{clock(behind)}</span>}
    </div>
  );
}
