import type { Caption } from '../captions/cues';
import type { MediaState, Range } from './Engine';

interface Around {
  readonly seekable: Range;
  readonly live: boolean;
  readonly started: boolean;
  readonly buffering: boolean;
  readonly captions: readonly Caption[];
}

const haveCurrentData = 2;

export function readMedia(video: HTMLVideoElement, around: Around): MediaState {
  const wantsToPlay = !video.paused && !video.ended;
  return {
    time: video.currentTime,
    duration: around.live ? around.seekable.end : finite(video.duration),
    seekable: around.seekable,
    buffered: rangesOf(video.buffered),
    paused: video.paused,
    ended: video.ended,
    seeking: video.seeking,
    waiting: (wantsToPlay && (around.buffering || video.readyState <= haveCurrentData)) || (video.seeking && video.readyState < haveCurrentData),
    started: around.started,
    live: around.live,
    volume: video.volume,
    muted: video.muted,
    rate: video.playbackRate || 1,
    captions: around.captions,
  };
}

export function rangesOf(ranges: TimeRanges): readonly Range[] {
  return Array.from({ length: ranges.length }, (_, index) => ({ start: ranges.start(index), end: ranges.end(index) }));
}

/** Seconds that are there from the time on. */
export function ahead(ranges: readonly Range[], time: number): number {
  const around = ranges.find(range => range.start <= time + 0.1 && range.end >= time);
  return around ? Math.max(0, around.end - time) : 0;
}

const finite = (seconds: number) => Number.isFinite(seconds) ? seconds : 0;
