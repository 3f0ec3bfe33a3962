import type { Source } from '../engine/Engine';
import type { PlayerPreferences } from '../preferences/preferences';
import type { PlaybackSession } from '../session/PlaybackSession';
import { audioWish, textWish } from './wishes';

/** What the engine needs to know of a playback. */
export function sourceOf(session: PlaybackSession, preferences: PlayerPreferences, position: number | null): Source {
  const { answer, edges, renewals } = session;
  return {
    manifest: new URL(answer.manifests.dash, location.href).href,
    position,
    edges,
    licence: () => session.licence,
    refused: () => renewals.now(),
    audio: audioWish(answer, preferences),
    text: textWish(answer, preferences),
    quality: preferences.quality,
  };
}
