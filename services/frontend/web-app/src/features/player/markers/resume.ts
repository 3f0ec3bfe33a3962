import type { Resume } from '../session/contract';

const leastSeconds = 30;
const lastShare = 0.97;

/** Where somebody may go on; null: there is nothing to ask. */
export function resumeAt(resume: Resume | null, duration: number, credits: number | null): number | null {
  if (!resume || resume.completed || resume.position <= 0) return null;
  const least = Math.min(leastSeconds, duration * 0.02);
  const last = Math.min(duration * lastShare, credits ?? duration);
  return resume.position >= least && resume.position < last ? resume.position : null;
}
