import type { Source } from './Engine';

const clearKey = 'org.w3.clearkey';
const retry = { maxAttempts: 3, baseDelay: 400, backoffFactor: 2, fuzzFactor: 0.5, timeout: 20_000, stallTimeout: 8_000, connectionTimeout: 8_000 };

export function shakaConfig(source: Source) {
  const licence = source.licence();
  return {
    drm: { servers: licence ? { [clearKey]: new URL(licence.clearKey, location.href).href } : {}, retryParameters: retry },
    streaming: { bufferingGoal: 30, rebufferingGoal: 1.5, bufferBehind: 30, retryParameters: retry, ignoreTextStreamFailures: true, stallEnabled: true, lowLatencyMode: true },
    manifest: { retryParameters: retry, disableThumbnails: true },
    abr: { useNetworkInformation: false, restrictToElementSize: true },
    preferredAudio: source.audio ? [{ language: source.audio.language, role: source.audio.role, label: '', channelCount: 2, codec: '' }] : [],
    preferredText: [],
    accessibility: { handleForcedSubtitlesAutomatically: false },
  };
}
