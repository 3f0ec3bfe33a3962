/** How an upload is cut: equal parts but for the last one, numbered from 1. */
export interface Cut { readonly bytes: number; readonly partBytes: number; readonly partCount: number }

export interface Span { readonly number: number; readonly offset: number; readonly bytes: number }

export function spanOf(cut: Cut, number: number): Span {
  const offset = (number - 1) * cut.partBytes;
  return { number, offset, bytes: Math.min(cut.partBytes, cut.bytes - offset) };
}

export function spansOf(cut: Cut): Span[] {
  return Array.from({ length: cut.partCount }, (_, i) => spanOf(cut, i + 1));
}

/** A part as its sender knows it, told to the service in the end. */
export interface Claim { readonly number: number; readonly etag: string; readonly checksum: string }
