import { pictureOf, posterOfHit, type Picture } from './artwork';
import type { Card, Hit, TextPiece } from './model';

/** What a card shows, wherever it comes from. */
export interface CardFacts {
  id: string;
  kind: string;
  title: string;
  pieces: TextPiece[] | null;
  year: number | null;
  rating: string | null;
  poster: Picture | null;
}

export function factsOfCard(card: Card, language: string): CardFacts {
  return {
    id: card.id,
    kind: card.kind,
    title: card.title,
    pieces: null,
    year: card.year,
    rating: card.rating?.label ?? null,
    poster: pictureOf(card.artwork, ['poster'], language),
  };
}

export function factsOfHit(hit: Hit): CardFacts {
  return {
    id: hit.titleId,
    kind: hit.kind,
    title: hit.title,
    pieces: hit.highlights.title,
    year: hit.year,
    rating: hit.rating?.label ?? null,
    poster: posterOfHit(hit.poster),
  };
}
