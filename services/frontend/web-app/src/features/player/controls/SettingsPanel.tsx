import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaptionStyleOptions } from '../captions/CaptionStyleOptions';
import { usePlayer, usePreferences, useSurface, useSurroundings } from '../state/PlayerContext';
import { Panel } from './Panel';
import styles from './Panel.module.css';
import { AudioOptions, CaptionOptions, QualityOptions, SpeedOptions } from './TrackOptions';
import { languageName, qualityName } from './trackNames';

type PageName = 'quality' | 'audio' | 'captions' | 'style' | 'speed';

const pages = { quality: QualityOptions, audio: AudioOptions, captions: CaptionOptions, style: CaptionStyleOptions, speed: SpeedOptions };

export function SettingsPanel() {
  const { t } = useTranslation('player');
  const { surface } = useSurroundings();
  const [page, setPage] = useState<PageName | null>(null);
  const Page = page && pages[page];
  return (
    <Panel key={page} title={page ? t(`settings.${page}`) : t('settings.title')} onClose={() => surface.set({ panel: 'none' })} onBack={page ? () => setPage(null) : undefined}>
      {Page ? <Page /> : <Overview onOpen={setPage} />}
    </Panel>
  );
}

function Overview({ onOpen }: { onOpen: (page: PageName) => void }) {
  const { t } = useTranslation('player');
  const { surface } = useSurroundings();
  const stats = useSurface(state => state.stats);
  const values = useValues();
  return (
    <ul className={styles.list}>
      {(['quality', 'audio', 'captions', 'style', 'speed'] as const).map(page => (
        <li key={page}>
          <button type="button" className={styles.item} onClick={() => onOpen(page)}>
            <span>{t(`settings.${page}`)}</span>
            <span className={styles.note}>{values[page]}</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles.item} role="switch" aria-checked={stats} onClick={() => surface.set({ stats: !stats })}>
          <span>{t('settings.stats')}</span>
          <span className={styles.note}>{t(stats ? 'settings.on' : 'settings.off')}</span>
        </button>
      </li>
      <li>
        <button type="button" className={styles.item} onClick={() => surface.set({ panel: 'help' })}>{t('settings.help')}</button>
      </li>
    </ul>
  );
}

function useValues(): Partial<Record<PageName, string>> {
  const { t } = useTranslation('player');
  const { qualities, quality, playing, audios, audio, texts, text } = usePlayer(state => state.tracks);
  const { rate } = usePreferences();
  const chosen = qualities.find(one => one.id === quality);
  const heard = audios.find(one => one.id === audio);
  const read = texts.find(one => one.id === text);
  return {
    quality: chosen ? qualityName(chosen) : playing ? t('quality.autoNow', { quality: qualityName(playing) }) : t('quality.auto'),
    audio: heard ? languageName(heard.language, t('unknownLanguage')) : t('audio.none'),
    captions: read ? languageName(read.language, t('unknownLanguage')) : t('captions.off'),
    speed: rate === 1 ? t('speed.normal') : `${rate}×`,
  };
}
