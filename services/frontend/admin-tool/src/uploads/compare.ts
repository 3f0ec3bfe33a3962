import { isMine } from './arrived';
import { OtherFile } from './failureOf';
import type { Ledger } from './Ledger';
import type { PoolDeps } from './PartPool';
import type { Arrived, Upload } from './service';

interface Comparison {
  readonly upload: Upload;
  readonly file: File;
  readonly arrived: readonly Arrived[];
  readonly digest: PoolDeps['digest'];
  readonly changed: () => void;
}

/** Writes down which of the parts that the store has are of this file. Throws OtherFile when none is. */
export async function compare(ledger: Ledger, { upload, file, arrived, digest, changed }: Comparison, signal: AbortSignal): Promise<void> {
  ledger.clear();
  for (const part of arrived) {
    signal.throwIfAborted();
    if (await isMine(part, upload, file, digest)) ledger.arrive({ number: part.number, etag: part.etag, checksum: part.checksum ?? '' });
    ledger.compared += part.bytes;
    changed();
  }
  if (arrived.length > 0 && ledger.isEmpty) throw new OtherFile();
}
