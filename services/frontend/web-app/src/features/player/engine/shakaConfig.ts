import { knownSystem } from './clearKeyPlaylist';
import type { Source } from './Engine';

const clearKey = 'org.w3.clearkey';
const retry = { maxAttempts: 3, baseDelay: 400, backoffFactor: 2, fuzzFactor: 0.5, timeout: 20_000, stallTimeout: 8_000, connectionTimeout: 8_000 };

// What is encrypted in HLS is told under another system's name.
const systemOf = { dash: clearKey, hls: knownSystem } as const;
// As a frame of so many lines has them, upright or not.
const pixelsOf = (lines: number) => Math.round(lines * lines * 16 / 9);
const carefully = 500_000;

export function shakaConfig(source: Pick<Source, 'format' | 'limits' | 'audio' | 'licence'>) {
  const { licence, limits, format } = { ...source, licence: source.licence() };
  return {
    drm: {
      servers: licence ? { [systemOf[format]]: new URL(licence.clearKey, location.href).href } : {}, keySystemsMapping: { [knownSystem]: clearKey }, retryParameters: retry,
    },
    streaming: { bufferingGoal: 30, rebufferingGoal: 1.5, bufferBehind: 30, retryParameters: retry, ignoreTextStreamFailures: true, stallEnabled: true, lowLatencyMode: true },
    manifest: { retryParameters: retry, disableThumbnails: true },
    abr: {
      useNetworkInformation: false, restrictToElementSize: true,
      ...limits.lines !== null && { restrictions: { maxPixels: pixelsOf(limits.lines) } },
      ...limits.saves && { defaultBandwidthEstimate: carefully },
    },
    preferredAudio: source.audio ? [{ language: source.audio.language, role: source.audio.role, label: '', channelCount: 2, codec: '' }] : [],
    preferredText: [],
    accessibility: { handleForcedSubtitlesAutomatically: false },
  };
}
