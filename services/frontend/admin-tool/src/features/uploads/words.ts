import type { TFunction } from 'i18next';
import type { JobView } from '../../uploads/JobView';

type Format = { bytes(value: number): string; clock(seconds: number): string };

/** What a row says of an upload, in one line. */
export function stateLine(t: TFunction<'uploads'>, format: Format, view: JobView): string {
  if (view.failure) return t(`failures.${view.failure.kind}`);
  if (view.state !== 'sending') return t(`states.${view.state}`);
  const speed = view.bytesPerSecond > 0 ? t('speed', { speed: format.bytes(view.bytesPerSecond) }) : t('states.sending');
  return view.secondsLeft === undefined ? speed : t('speedAndRest', { speed, rest: format.clock(Math.max(1, Math.round(view.secondsLeft))) });
}

export const isUnderWay = (view: JobView) => ['queued', 'starting', 'checking', 'sending', 'waiting', 'completing'].includes(view.state);
