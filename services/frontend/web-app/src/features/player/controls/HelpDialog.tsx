import { useTranslation } from 'react-i18next';
import { shortcuts } from '../keyboard/keymap';
import { useSurroundings } from '../state/PlayerContext';
import { Panel } from './Panel';
import styles from './Panel.module.css';

export function HelpDialog() {
  const { t } = useTranslation('player');
  const { surface } = useSurroundings();
  return (
    <Panel title={t('help.title')} modal onClose={() => surface.set({ panel: 'none' })}>
      <dl className={styles.keys}>
        {shortcuts.map(({ keys, does }) => (
          <div key={does} className={styles.keyRow}>
            <dt dir="ltr">{keys.map(key => <kbd key={key} className={styles.key}>{key}</kbd>)}</dt>
            <dd>{t(`help.${does}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{t('help.touch')}</p>
    </Panel>
  );
}
