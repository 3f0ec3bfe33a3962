import type shaka from 'shaka-player';
import type { Source, TrackState } from './Engine';
import { audioOf, closest, qualityOf, textOf, trackState } from './shakaTracks';

// As much of what is buffered stays when another track is chosen: it comes soon and without a gap.
const margin = 4;

/** The tracks that are there, and which of them play. */
export class ShakaChoice {
  #chosen: string | null = null;

  constructor(private readonly player: shaka.Player, private readonly roles: Source['roles']) {}

  read(): TrackState {
    const { player } = this;
    return trackState({ videos: player.getVideoTracks(), audios: player.getAudioTracks(), texts: player.getTextTracks(), chosen: this.#chosen, roles: this.roles });
  }

  /** Null: by itself. Whether another track is fetched for it. */
  quality(id: string | null): boolean {
    const best = this.player.getVideoTracks().filter(track => qualityOf(track).id === id).sort((one, other) => other.bandwidth - one.bandwidth)[0];
    this.#chosen = best ? id : null;
    this.player.configure({ abr: { enabled: !best } });
    if (!best || best.active) return false;
    this.player.selectVideoTrack(best, true, margin);
    return true;
  }

  /** Whether another track is fetched for it. */
  audio(id: string): boolean {
    const track = this.player.getAudioTracks().find(one => audioOf(one, this.roles).id === id);
    if (!track || track.active) return false;
    this.player.selectAudioTrack(track, margin);
    return true;
  }

  text(id: string | null): void {
    this.player.selectTextTrack(this.player.getTextTracks().find(one => textOf(one, this.roles).id === id) ?? null);
  }

  first(source: Source): void {
    const wish = source.text;
    this.text(wish && (closest(this.player.getTextTracks().map(track => textOf(track, this.roles)), wish.language, wish.role)?.id ?? null));
    const most = source.quality;
    if (most === null) return;
    const best = this.player.getVideoTracks().map(qualityOf).filter(({ lines }) => lines <= most).sort((one, other) => other.lines - one.lines)[0];
    if (best) this.quality(best.id);
  }
}
