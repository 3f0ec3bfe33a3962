export const formats = ['dash', 'hls'] as const;
export type Format = (typeof formats)[number];

/** What the device can play with. */
export interface Abilities {
  /** The page feeds the decoder itself: MSE. */
  readonly mediaSource: boolean;
  /** The same where the device keeps the last word on when: Apple's telephones. */
  readonly managedMediaSource: boolean;
  /** The video element plays HLS by itself. */
  readonly nativeHls: boolean;
}

const hlsType = 'application/vnd.apple.mpegurl';

export function abilitiesHere(): Abilities {
  return {
    mediaSource: 'MediaSource' in window,
    managedMediaSource: 'ManagedMediaSource' in window,
    nativeHls: document.createElement('video').canPlayType(hlsType) !== '',
  };
}

/** DASH wherever the page may feed the decoder freely; HLS on devices that are made for it. */
export function formatFor({ mediaSource, managedMediaSource, nativeHls }: Abilities): Format {
  if (mediaSource) return 'dash';
  return managedMediaSource || nativeHls ? 'hls' : 'dash';
}

interface Manifests {
  readonly hls: string;
  readonly hlsClearKey: string | null;
  readonly dash: string;
}

/** A video element that plays HLS by itself reads no Clear Key; whoever feeds the decoder needs it for what is encrypted. */
export function manifestOf(manifests: Manifests, format: Format, { mediaSource, managedMediaSource }: Abilities): string {
  if (format === 'dash') return manifests.dash;
  return (mediaSource || managedMediaSource ? manifests.hlsClearKey : null) ?? manifests.hls;
}

export const mimeTypes: Readonly<Record<Format, string>> = { dash: 'application/dash+xml', hls: hlsType };
