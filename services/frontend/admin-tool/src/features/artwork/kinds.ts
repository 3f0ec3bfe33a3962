/** A kind of picture as the catalog takes it. */
export interface ArtworkKind {
  readonly name: 'poster' | 'backdrop' | 'logo' | 'still' | 'portrait';
  /** Width by height that it is cropped to; null leaves it as it is, within what is allowed. */
  readonly aspect: number | null;
  readonly narrowest: number;
  readonly widest: number;
  /** The least width taken, and the most that is of use. */
  readonly least: number;
  readonly most: number;
}

const poster: ArtworkKind = { name: 'poster', aspect: 2 / 3, narrowest: 0.6, widest: 0.8, least: 320, most: 1600 };
const backdrop: ArtworkKind = { name: 'backdrop', aspect: 16 / 9, narrowest: 1.6, widest: 2.5, least: 640, most: 3840 };
const logo: ArtworkKind = { name: 'logo', aspect: null, narrowest: 0.5, widest: 12, least: 320, most: 1280 };
const still: ArtworkKind = { name: 'still', aspect: 16 / 9, narrowest: 1.2, widest: 2.5, least: 320, most: 1280 };
const portrait: ArtworkKind = { name: 'portrait', aspect: 1, narrowest: 0.5, widest: 1.1, least: 160, most: 640 };

/** Episodes and trailers are shown by a still first, everything else by its poster. */
export function artworkKindsOf(owner: string): readonly ArtworkKind[] {
  if (owner === 'person') return [portrait];
  return owner === 'episode' || owner === 'trailer' ? [still, backdrop, poster, logo] : [poster, backdrop, logo, still];
}

/** What is cut to whole pixels afterwards may not fall out of what is allowed. */
const margin = 1.02;

export const aspectOf = ({ aspect, narrowest, widest }: ArtworkKind, width: number, height: number) =>
  aspect ?? Math.min(Math.max(width / height, narrowest * margin), widest / margin);
