import type { Schemas } from '@streamix/api';
import { parseClock, writeClock } from '../clock';
import { Findings, type Complaints } from '../details/complaints';

export const markerKinds = ['intro', 'recap', 'credits', 'chapter'] as const;
export type MarkerKind = (typeof markerKinds)[number];
export interface MarkerDraft { kind: MarkerKind; from: string; to: string; name: string }
export interface MarkersDraft { markers: readonly MarkerDraft[] }
type Marker = Schemas['MediaCatalog.Marker'];

const longest = 48 * 3600;
const longestName = 100;

export const markersOf = (markers: readonly Marker[]): MarkersDraft => ({
  markers: markers.map(({ kind, fromSeconds, toSeconds, name }) => ({
    kind: markerKinds.find(one => one === kind) ?? 'chapter', from: writeClock(fromSeconds), to: writeClock(toSeconds), name: name ?? '',
  })),
});

export const toMarkers = ({ markers }: MarkersDraft) => markers.map(({ kind, from, to, name }) => ({
  kind, fromSeconds: parseClock(from) ?? 0, toSeconds: parseClock(to) ?? 0, name: name.trim() || null,
}));

/** As the API checks them; `most` is the length of what plays, where it is known. */
export function markerComplaints({ markers }: MarkersDraft, most = longest): Complaints {
  const found = new Findings();
  const times = markers.map(({ from, to }) => ({ from: parseClock(from), to: parseClock(to) }));
  markers.forEach(({ name }, i) => {
    const { from, to } = times[i] ?? { from: null, to: null };
    found.say(`markers[${i}].from`, from === null, 'clock').say(`markers[${i}].to`, to === null, 'clock')
      .say(`markers[${i}].to`, from !== null && to !== null && to <= from, 'endsBefore')
      .say(`markers[${i}].to`, to !== null && to > Math.ceil(most), 'afterEnd')
      .line(`markers[${i}].name`, name, longestName, true);
  });
  markers.forEach(({ kind }, i) => {
    const mine = times[i];
    const isInside = markers.some((other, j) => {
      const its = times[j];
      if (i === j || other.kind !== kind || !mine || !its || mine.from === null || its.from === null || its.to === null) return false;
      return (its.from < mine.from || (its.from === mine.from && j < i)) && its.to > mine.from;
    });
    found.say(`markers[${i}].from`, isInside, 'overlapsKind');
  });
  return found.all;
}
