import type { Source } from '../engine/Engine';
import type { Format } from '../engine/format';
import type { Limits } from '../engine/limits';
import type { PlayerPreferences } from '../preferences/preferences';
import type { PlaybackSession } from '../session/PlaybackSession';
import { audioWish, textWish } from './wishes';

interface Wish {
  readonly preferences: PlayerPreferences;
  readonly limits: Limits;
  readonly position: number | null;
}

/** What the engine needs to know of a playback. */
export function sourceOf(session: PlaybackSession, { preferences, limits, position }: Wish, { format, manifest }: { format: Format; manifest: string }): Source {
  const { answer, edges, renewals } = session;
  return {
    format,
    manifest: new URL(manifest, location.href).href,
    position,
    limits,
    roles: new Map([...answer.audio.map(track => [track.name, track.role] as const), ...answer.texts.map(track => [track.name, track.kind] as const)]),
    edges,
    licence: () => session.licence,
    refused: () => renewals.now(),
    audio: audioWish(answer, preferences),
    text: textWish(answer, preferences),
    quality: preferences.quality,
  };
}
