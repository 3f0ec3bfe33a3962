/** The watched share of something, from 0 to 1; null when nobody knows how long it is. */
export function shareOf(watched: { position: number; duration: number }): number | null {
  if (!(watched.duration > 0)) return null;
  return Math.min(1, Math.max(0, watched.position / watched.duration));
}

/** Whole minutes that are left, at least one. */
export function minutesLeft(watched: { position: number; duration: number }): number | null {
  if (!(watched.duration > 0)) return null;
  return Math.max(1, Math.round((watched.duration - watched.position) / 60));
}
