import type { TFunction } from 'i18next';
import type { Quality, Track } from '../engine/Engine';

/** A language by its own name, as its speakers look for it. */
export function languageName(tag: string, unknown: string): string {
  if (!tag || tag === 'und') return unknown;
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}

export function trackNote(track: Track, t: TFunction<'player'>): string | undefined {
  return track.role === 'main' || track.role === 'subtitles' ? undefined : t(`roles.${track.role}`);
}

export function qualityName({ lines, frameRate }: Quality): string {
  const fast = frameRate !== null && frameRate > 40;
  return `${lines}p${fast ? Math.round(frameRate) : ''}`;
}
