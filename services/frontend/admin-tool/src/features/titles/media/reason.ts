import type { TFunction } from 'i18next';
import type { Asset } from './assets';

const known = [
  'empty', 'not-media', 'no-video', 'damaged', 'too-short', 'too-long', 'too-small-frame', 'too-large-frame', 'protected', 'unsupported-container', 'unsupported-codec', 'hostile',
  'bad-text', 'failed', 'cancelled', 'upload-aborted', 'upload-expired', 'upload-failed',
];

/** Why nothing came of a file, in words that say what to do; what the platform itself said stands behind them. */
export function reasonOf(t: TFunction<'titles'>, { code, reason }: Pick<Asset, 'code' | 'reason'>): string | null {
  if (!code) return null;
  const words = known.includes(code) ? t(`reasons.${code}`) : '';
  return [words, reason].filter(Boolean).join(' – ') || code;
}
