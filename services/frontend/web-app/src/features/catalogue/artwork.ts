import type { Artwork } from './model';

/** One picture as an <img> takes it. */
export interface Picture {
  src: string;
  srcSet: string;
  width: number;
  height: number;
}

const apiRoot = '/api/v1';
const smallestPosters = [160, 320];

/** The first kind that there is, in the reader's language, else without writing, else any. */
export function pictureOf(artwork: readonly Artwork[], kinds: readonly string[], language: string): Picture | null {
  for (const kind of kinds) {
    const of = artwork.filter(a => a.kind === kind && a.images.length > 0);
    const best = of.find(a => a.language?.split('-')[0] === language) ?? of.find(a => a.language === null) ?? of[0];
    if (best) return toPicture(best);
  }
  return null;
}

function toPicture({ images }: Artwork): Picture | null {
  const middle = images[Math.floor(images.length / 2)];
  if (!middle) return null;
  return {
    src: addressed(middle.address),
    srcSet: images.map(i => `${addressed(i.address)} ${i.width}w`).join(', '),
    width: middle.width,
    height: middle.height,
  };
}

/** Hits name one size only; every poster has the two smallest ones. */
export function posterOfHit(address: string | null): Picture | null {
  if (!address) return null;
  const stem = addressed(address).replace(/\/\d+$/, '');
  return {
    src: `${stem}/320`,
    srcSet: smallestPosters.map(w => `${stem}/${w} ${w}w`).join(', '),
    width: 320,
    height: 480,
  };
}

function addressed(address: string): string {
  return address.startsWith(`${apiRoot}/`) ? address : `${apiRoot}${address}`;
}
