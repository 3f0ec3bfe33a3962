import type { Schemas } from '@streamix/api';

export type Picture = Schemas['MediaCatalog.ArtworkItemView'];

/** The picture that viewers of a language see: of the first kind there is, theirs before those without writing, before any. */
export function pictureFor(pictures: readonly Picture[], kinds: readonly string[], language: string): Picture | undefined {
  const speech = (tag: string) => tag.toLowerCase().split('-')[0];
  for (const kind of kinds) {
    const shown = pictures.filter(picture => picture.kind === kind && picture.main);
    const found = shown.find(({ language: its }) => its !== null && speech(its) === speech(language)) ?? shown.find(({ language: its }) => its === null) ?? shown[0];
    if (found) return found;
  }
  return undefined;
}

type Sized = Pick<Picture, 'images'> | undefined;
export const srcSetOf = (picture: Sized) => picture?.images.map(({ address, width }) => `${addressed(address)} ${width}w`).join(', ');

/** The largest there is. */
export function sourceOf(picture: Sized): string | undefined {
  const address = picture?.images.at(-1)?.address;
  return address && addressed(address);
}

const root = '/api/v1';
const addressed = (address: string) => address.startsWith(`${root}/`) ? address : `${root}${address}`;
