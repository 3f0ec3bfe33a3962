import type { TFunction } from 'i18next';
import { clock } from '../markers/time';
import type { PlayerPreferences } from '../preferences/preferences';
import type { Commands } from '../state/Commands';
import type { PlayerState } from '../state/PlayerState';
import { languageName } from '../controls/trackNames';
import type { Command } from './keymap';

export interface Reach {
  readonly commands: Commands;
  readonly state: () => PlayerState;
  readonly preferences: () => PlayerPreferences;
  readonly t: TFunction<'player'>;
  readonly say: (text: string) => void;
  readonly fullscreen: () => void;
  readonly help: () => void;
  readonly close: () => void;
}

export function runCommand(command: Command, reach: Reach): void {
  const { commands, state, preferences, t, say } = reach;
  switch (command.kind) {
    case 'toggle-play': return commands.toggle();
    case 'seek-by':
      commands.seekBy(command.seconds);
      return say(t(command.seconds < 0 ? 'announce.back' : 'announce.forward', { count: Math.abs(command.seconds) }));
    case 'seek-to-share':
      commands.seekToShare(command.share);
      return say(clock(state().media.time));
    case 'start': return commands.seekToShare(0);
    case 'end': return commands.seekToShare(1);
    case 'next-chapter': return commands.seekToChapter(1);
    case 'previous-chapter': return commands.seekToChapter(-1);
    case 'volume-by':
      commands.setVolume(preferences().volume + command.share);
      return say(t('announce.volume', { percent: Math.round(preferences().volume * 100) }));
    case 'mute':
      commands.setMuted(!preferences().muted);
      return say(t(preferences().muted ? 'announce.muted' : 'announce.unmuted'));
    case 'slower': case 'faster':
      commands.stepRate(command.kind === 'faster' ? 1 : -1);
      return say(t('announce.speed', { rate: preferences().rate }));
    case 'captions':
      commands.toggleCaptions();
      return say(captionsNow(reach));
    case 'fullscreen': return reach.fullscreen();
    case 'help': return reach.help();
    case 'close': return reach.close();
  }
}

function captionsNow({ state, t }: Reach): string {
  const { texts, text } = state().tracks;
  if (texts.length === 0) return t('captions.none');
  const track = texts.find(one => one.id === text);
  return track ? t('announce.captionsOn', { language: languageName(track.language, t('unknownLanguage')) }) : t('announce.captionsOff');
}
