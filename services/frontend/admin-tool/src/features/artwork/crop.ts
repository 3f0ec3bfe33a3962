import type { ArtworkKind } from './kinds';
import { aspectOf } from './kinds';

/** Where one looks: the middle of the part, 0 to 1 of the picture, and how much larger than whole. */
export interface View { readonly x: number; readonly y: number; readonly zoom: number }
export interface Size { readonly width: number; readonly height: number }
export interface Box extends Size { readonly x: number; readonly y: number }

export const centred: View = { x: 0.5, y: 0.5, zoom: 1 };

/** The largest part of this shape. */
function whole(picture: Size, aspect: number): Size {
  const width = Math.min(picture.width, picture.height * aspect);
  return { width, height: width / aspect };
}

/** The part that is seen, in pixels of the picture; never beyond its edges. */
export function boxOf(picture: Size, aspect: number, { x, y, zoom }: View): Box {
  const full = whole(picture, aspect);
  const [width, height] = [full.width / zoom, full.height / zoom];
  return { width, height, x: clamp(x * picture.width - width / 2, 0, picture.width - width), y: clamp(y * picture.height - height / 2, 0, picture.height - height) };
}

/** How far one may go near: the part has to stay wide enough to be taken. */
export function mostZoom(picture: Size, kind: ArtworkKind): number {
  return Math.max(1, Math.min(whole(picture, aspectOf(kind, picture.width, picture.height)).width / kind.least, 8));
}

export const isTooSmall = (picture: Size, kind: ArtworkKind) => Math.floor(whole(picture, aspectOf(kind, picture.width, picture.height)).width) < kind.least;

/** Moved by parts of what is seen; held at the edges, so that the way back begins at once. */
export function moved(picture: Size, aspect: number, view: View, dx: number, dy: number): View {
  const box = boxOf(picture, aspect, view);
  const next = boxOf(picture, aspect, { ...view, x: (box.x + box.width / 2 + dx * box.width) / picture.width, y: (box.y + box.height / 2 + dy * box.height) / picture.height });
  return { zoom: view.zoom, x: (next.x + next.width / 2) / picture.width, y: (next.y + next.height / 2) / picture.height };
}

/** Nearer or farther, about the middle of what is seen. */
export function zoomed(picture: Size, aspect: number, view: View, zoom: number, most: number): View {
  return moved(picture, aspect, { ...view, zoom: clamp(zoom, 1, most) }, 0, 0);
}

/** How large the part becomes: as it is, unless nobody would ever see so much of it. */
export function outputOf(box: Size, kind: ArtworkKind): Size {
  const width = Math.max(Math.min(Math.round(box.width), kind.most), kind.least);
  return { width, height: Math.max(1, Math.round(width * box.height / box.width)) };
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most));
