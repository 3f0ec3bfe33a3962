import { useTranslation } from 'react-i18next';
import { rates } from '../preferences/preferences';
import { useCommands, usePlayer, usePreferences } from '../state/PlayerContext';
import { Options } from './Options';
import { languageName, qualityName, trackNote } from './trackNames';

const auto = 'auto';
const off = 'off';

export function QualityOptions() {
  const { t } = useTranslation('player');
  const commands = useCommands();
  const { qualities, quality, playing } = usePlayer(state => state.tracks);
  const options = [
    { id: auto, label: t('quality.auto'), ...quality === null && playing && { note: qualityName(playing) } },
    ...qualities.map(one => ({ id: one.id, label: qualityName(one), note: t('quality.rate', { rate: (one.bandwidth / 1e6).toFixed(1) }) })),
  ];
  return <Options label={t('settings.quality')} options={options} value={quality ?? auto} onChange={id => commands.chooseQuality(id === auto ? null : id)} />;
}

export function AudioOptions() {
  const { t } = useTranslation('player');
  const commands = useCommands();
  const { audios, audio } = usePlayer(state => state.tracks);
  if (audios.length === 0) return <p>{t('audio.none')}</p>;
  const options = audios.map(track => optionOf(track.id, languageName(track.language, t('unknownLanguage')), track.language, trackNote(track, t)));
  return <Options label={t('settings.audio')} options={options} value={audio ?? ''} onChange={id => commands.chooseAudio(id)} />;
}

export function CaptionOptions() {
  const { t } = useTranslation('player');
  const commands = useCommands();
  const { texts, text } = usePlayer(state => state.tracks);
  const options = [
    { id: off, label: t('captions.off') },
    ...texts.map(track => optionOf(track.id, languageName(track.language, t('unknownLanguage')), track.language, trackNote(track, t))),
  ];
  return <Options label={t('settings.captions')} options={options} value={text ?? off} onChange={id => commands.chooseText(id === off ? null : id)} />;
}

export function SpeedOptions() {
  const { t } = useTranslation('player');
  const commands = useCommands();
  const { rate } = usePreferences();
  const options = rates.map(one => ({ id: String(one), label: one === 1 ? t('speed.normal') : `${one}×` }));
  return <Options label={t('settings.speed')} options={options} value={String(rate)} onChange={id => commands.setRate(Number(id))} />;
}

function optionOf(id: string, label: string, language: string, note: string | undefined) {
  return { id, label, language, ...note && { note } };
}
