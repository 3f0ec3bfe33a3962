import type shaka from 'shaka-player';
import type { Quality, Track, TrackState } from './Engine';

/** What a track is, by its name: HLS says less of it than DASH. */
type Roles = ReadonlyMap<string, string>;

const noRoles: Roles = new Map();

interface Tracks {
  readonly videos: readonly shaka.extern.VideoTrack[];
  readonly audios: readonly shaka.extern.AudioTrack[];
  readonly texts: readonly shaka.extern.TextTrack[];
  readonly chosen: string | null;
  readonly roles?: Roles;
}

export function trackState({ videos, audios, texts, chosen, roles = noRoles }: Tracks): TrackState {
  const playing = videos.find(track => track.active);
  return {
    qualities: bestOfEach(videos.map(qualityOf)),
    quality: chosen,
    playing: playing ? qualityOf(playing) : null,
    audios: audios.map(track => audioOf(track, roles)),
    audio: idOf(audios.find(track => track.active), track => audioOf(track, roles)),
    texts: texts.map(track => textOf(track, roles)),
    text: idOf(texts.find(track => track.active), track => textOf(track, roles)),
  };
}

export function qualityOf(track: Pick<shaka.extern.VideoTrack, 'width' | 'height' | 'bandwidth' | 'frameRate'>): Quality {
  const lines = Math.min(track.width ?? 0, track.height ?? 0);
  return { id: String(lines), lines, bandwidth: track.bandwidth, frameRate: track.frameRate };
}

export function audioOf(track: Pick<shaka.extern.AudioTrack, 'language' | 'roles' | 'label' | 'channelsCount'>, roles = noRoles): Track {
  const role = roles.get(track.label ?? '') ?? track.roles.find(one => one === 'description' || one === 'commentary') ?? 'main';
  return { id: [track.language, role, track.channelsCount ?? 0].join('/'), language: track.language, role, label: track.label };
}

export function textOf(track: Pick<shaka.extern.TextTrack, 'language' | 'roles' | 'label' | 'forced' | 'kind'>, roles = noRoles): Track {
  const role = roles.get(track.label ?? '') ?? (track.forced || track.roles.includes('forced-subtitle') ? 'forced' : isCaption(track) ? 'captions' : 'subtitles');
  return { id: `${track.language}/${role}`, language: track.language, role, label: track.label };
}

function isCaption({ roles, kind }: Pick<shaka.extern.TextTrack, 'roles' | 'kind'>): boolean {
  return roles.includes('caption') || kind === 'captions' || kind === 'caption';
}

/** Of those with as many lines the one with the most bits, the best first. */
function bestOfEach(all: readonly Quality[]): readonly Quality[] {
  const best = new Map<number, Quality>();
  for (const quality of all)
    if (quality.bandwidth > (best.get(quality.lines)?.bandwidth ?? -1)) best.set(quality.lines, quality);
  return [...best.values()].sort((one, other) => other.lines - one.lines);
}

function idOf<T>(track: T | undefined, read: (track: T) => Track): string | null {
  return track ? read(track).id : null;
}

/** The very track, else one of the same language, else none. */
export function closest(tracks: readonly Track[], language: string, role: string): Track | null {
  const primary = language.split('-')[0];
  const sameRole = tracks.filter(track => track.role === role);
  return sameRole.find(track => track.language === language) ?? sameRole.find(track => track.language.split('-')[0] === primary)
    ?? tracks.find(track => track.language.split('-')[0] === primary) ?? null;
}
