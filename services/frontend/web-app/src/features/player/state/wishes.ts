import type { TrackWish } from '../engine/Engine';
import { captionsOff, type PlayerPreferences } from '../preferences/preferences';
import type { PlaybackAnswer } from '../session/contract';

/** What this browser remembers goes before what fits the profile. */
export function audioWish(answer: PlaybackAnswer, preferences: PlayerPreferences): TrackWish | null {
  const track = answer.audio.find(one => one.name === answer.choice.audio);
  return remembered(preferences.audio) ?? chosen(track?.language, track?.role);
}

export function textWish(answer: PlaybackAnswer, preferences: PlayerPreferences): TrackWish | null {
  if (preferences.captions === captionsOff) return null;
  const track = answer.texts.find(one => one.name === answer.choice.text);
  return remembered(preferences.captions) ?? chosen(track?.language, track?.kind);
}

function remembered(stored: string | null): TrackWish | null {
  const [language, role] = stored?.split('/') ?? [];
  return chosen(language, role);
}

function chosen(language: string | undefined, role: string | undefined): TrackWish | null {
  return language && role ? { language, role } : null;
}
