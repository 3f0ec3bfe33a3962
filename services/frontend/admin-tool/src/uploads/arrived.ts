import { spanOf, type Cut } from './parts';
import type { Arrived } from './service';

/** Whether a part that the store has is the same part of this file: by its size first, which costs nothing, then by its checksum. */
export async function isMine(part: Arrived, cut: Cut, file: Blob, digest: (bytes: Blob) => Promise<string>): Promise<boolean> {
  if (part.number < 1 || part.number > cut.partCount) return false;
  const { offset, bytes } = spanOf(cut, part.number);
  return part.bytes === bytes && part.checksum === await digest(file.slice(offset, offset + bytes));
}
