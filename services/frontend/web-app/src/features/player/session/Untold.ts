import type { PlaybackApi, Position } from './contract';
import { mostPositions } from './PositionQueue';

export interface Left {
  readonly playbackId: string;
  readonly sequence: number;
  readonly positions: readonly Position[];
}

const place = 'streamix.player.untold';
const mostPlaybacks = 20;

/** Positions outlive the page: what could not be told is told when somebody plays again. */
export class Untold {
  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {}

  read(): readonly Left[] {
    try {
      const stored: unknown = JSON.parse(this.storage.getItem(place) ?? '[]');
      return Array.isArray(stored) ? stored.filter(isLeft) : [];
    } catch {
      return [];
    }
  }

  keep(left: Left): void {
    const others = this.read().filter(one => one.playbackId !== left.playbackId);
    this.#write(left.positions.length > 0 ? [...others, left].slice(-mostPlaybacks) : others);
  }

  async tell(api: PlaybackApi, except: string): Promise<void> {
    for (const left of this.read()) {
      if (left.playbackId === except) continue;
      try {
        const beat = { sequence: left.sequence + 1, positions: left.positions.slice(-mostPositions), quality: null, ended: true };
        const answer = await api.beat(left.playbackId, beat, false);
        if (answer.kept) this.keep({ ...left, positions: [] });
      } catch (error) {
        if (isFinal(error)) this.keep({ ...left, positions: [] });
      }
    }
  }

  #write(all: readonly Left[]): void {
    try {
      if (all.length > 0) this.storage.setItem(place, JSON.stringify(all));
      else this.storage.removeItem(place);
    } catch {
      // Full or forbidden: positions of this page are still told by this page.
    }
  }
}

// Nobody will ever take them: the playback is forgotten, or they are malformed.
function isFinal(error: unknown): boolean {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 0;
  return status === 400 || status === 404 || status === 422;
}

function isLeft(value: unknown): value is Left {
  return typeof value === 'object' && value !== null && 'playbackId' in value && typeof value.playbackId === 'string'
    && 'sequence' in value && typeof value.sequence === 'number' && 'positions' in value && Array.isArray(value.positions)
    && value.positions.every(isPosition);
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'position' in value && typeof value.position === 'number'
    && 'playedAt' in value && typeof value.playedAt === 'string';
}
