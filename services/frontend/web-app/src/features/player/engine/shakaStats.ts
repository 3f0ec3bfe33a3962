import type shaka from 'shaka-player';
import type { Stats } from './Engine';
import { ahead, rangesOf } from './readMedia';

export function statsOf(stats: shaka.extern.Stats | null, video: HTMLVideoElement, { format, live, edge }: { format: string; live: boolean; edge: string | null }): Stats {
  return {
    format,
    bitrate: finite(stats?.streamBandwidth),
    bandwidth: finite(stats?.estimatedBandwidth),
    width: finite(stats?.width),
    height: finite(stats?.height),
    droppedFrames: finite(stats?.droppedFrames),
    decodedFrames: finite(stats?.decodedFrames),
    bufferAhead: ahead(rangesOf(video.buffered), video.currentTime),
    stalls: finite(stats?.stallsDetected),
    switches: stats?.switchHistory.filter(choice => choice.type === 'variant' && choice.fromAdaptation).length ?? 0,
    codecs: stats?.currentCodecs ?? '',
    latency: live ? finite(stats?.liveLatency) : null,
    edge,
  };
}

const finite = (value: number | undefined) => Number.isFinite(value) ? value ?? 0 : 0;
