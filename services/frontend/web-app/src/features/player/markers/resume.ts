import type { PlaybackAnswer, Resume } from '../session/contract';
import { creditsAt } from './markers';

const leastSeconds = 30;
const lastShare = 0.97;

/** Where somebody may go on; null: there is nothing to ask. */
export function resumeAt(resume: Resume | null, duration: number, credits: number | null): number | null {
  if (!resume || resume.completed || resume.position <= 0) return null;
  const least = Math.min(leastSeconds, duration * 0.02);
  const last = Math.min(duration * lastShare, credits ?? duration);
  return resume.position >= least && resume.position < last ? resume.position : null;
}

/** Where it begins, and whether the viewer is asked first. */
export function beginning({ resume, duration, markers }: PlaybackAnswer, from: 'ask' | 'resume' | 'start', goesOnAt: number | undefined): { at: number | null; asks: boolean } {
  if (goesOnAt !== undefined) return { at: goesOnAt, asks: false };
  const at = from === 'start' ? null : resumeAt(resume, duration, creditsAt(markers));
  return { at, asks: at !== null && from === 'ask' };
}
