import type { Card } from '../catalogue/model';

const day = 86_400_000;

/** The title of the day among those that editors feature, else among popular ones; with a wide picture if there is one. */
export function chooseHero(featured: readonly Card[], popular: readonly Card[], now: number): Card | null {
  const withBackdrop = (cards: readonly Card[]) => cards.filter(card => card.artwork.some(a => a.kind === 'backdrop'));
  const candidates = [withBackdrop(featured), withBackdrop(popular), featured, popular].find(cards => cards.length > 0) ?? [];
  return candidates[Math.floor(now / day) % candidates.length] ?? null;
}
