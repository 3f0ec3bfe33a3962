import type { Marker } from '../session/contract';

export interface Chapter {
  readonly name: string | null;
  readonly from: number;
  readonly to: number;
}

export interface Skip {
  readonly kind: 'intro' | 'recap';
  readonly to: number;
}

/** In their order; each lasts at the most until the next one begins. */
export function chaptersOf(markers: readonly Marker[]): readonly Chapter[] {
  const sorted = markers.filter(marker => marker.kind === 'chapter').sort((one, other) => one.fromSeconds - other.fromSeconds);
  return sorted.map((marker, index) => ({
    name: marker.name?.trim() || null,
    from: marker.fromSeconds,
    to: Math.min(marker.toSeconds, sorted[index + 1]?.fromSeconds ?? marker.toSeconds),
  }));
}

export function chapterAt(chapters: readonly Chapter[], time: number): number {
  return chapters.findLastIndex(chapter => time >= chapter.from);
}

// Nearly over, or hardly begun: a button that comes and goes at once is of no use.
const leastLeft = 1;

export function skipAt(markers: readonly Marker[], time: number): Skip | null {
  const marker = markers.find(one => isSkippable(one) && time >= one.fromSeconds && time < one.toSeconds - leastLeft);
  return marker ? { kind: marker.kind === 'recap' ? 'recap' : 'intro', to: marker.toSeconds } : null;
}

function isSkippable(marker: Marker): boolean {
  return marker.kind === 'intro' || marker.kind === 'recap';
}

/** Null when nobody knows. */
export function creditsAt(markers: readonly Marker[]): number | null {
  return markers.find(marker => marker.kind === 'credits')?.fromSeconds ?? null;
}
