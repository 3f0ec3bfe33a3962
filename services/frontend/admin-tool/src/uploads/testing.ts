import { ApiProblem } from '@streamix/api';
import { PartFault } from './faults';
import type { Claim } from './parts';
import type { SendPart } from './sendPart';
import type { Arrived, Upload, UploadService } from './service';

export const partBytes = 8;

/** A store with a service before it, which lose what a test tells them to lose. */
export class FakeStore {
  readonly parts = new Map<number, { bytes: number; checksum: string; etag: string }>();
  readonly sends: number[] = [];
  state: Upload['state'] = 'open';
  bytes = 0;
  starts: string[] = [];
  /** Called before each answer or part; what it throws is what happens. */
  disturb: (what: string, number?: number) => void = () => {};
  gate: Promise<void> | undefined;

  view = (): Upload => ({
    id: 'upload', assetId: 'asset', titleId: 'title', state: this.state, fileName: 'film.mkv', bytes: this.bytes, partBytes, partCount: Math.ceil(this.bytes / partBytes),
    checksum: 'sha256', createdAt: '2026-01-01T00:00:00Z', expiresAt: '2026-01-02T00:00:00Z', endedAt: null, failure: null,
  }) as Upload;

  service: UploadService = {
    start: async (draft, key) => { this.disturb('start'); this.bytes = draft.bytes; this.starts.push(key); return this.view(); },
    going: async () => [this.view()],
    read: async () => { this.disturb('read'); return this.view(); },
    arrived: async (): Promise<Arrived[]> => { this.disturb('arrived'); return [...this.parts].map(([number, part]) => ({ number, ...part })); },
    sign: async (_, parts) => {
      this.disturb('sign');
      return parts.map(({ number, checksum }) => ({ number, url: `store:${number}`, headers: { 'x-amz-checksum-sha256': checksum }, expiresAt: '2026-01-01T01:00:00Z' }));
    },
    complete: async (_, claims: Claim[]) => {
      this.disturb('complete');
      if (claims.length !== Math.ceil(this.bytes / partBytes) || claims.some(claim => this.parts.get(claim.number)?.etag !== claim.etag)) throw problem(422, 'parts-differ');
      this.state = 'completed';
      return this.view();
    },
    abort: async () => { this.disturb('abort'); this.state = 'aborted'; },
  };

  send: SendPart = async (address, body, signal, progress) => {
    const number = Number(address.url.split(':')[1]);
    this.sends.push(number);
    if (this.gate) await Promise.race([this.gate, new Promise((_, stopped) => signal.addEventListener('abort', () => stopped(signal.reason)))]);
    this.disturb('send', number);
    progress(body.size);
    const etag = `"etag-${number}-${this.sends.length}"`;
    this.parts.set(number, { bytes: body.size, checksum: address.headers['x-amz-checksum-sha256'] ?? '', etag });
    return etag;
  };
}

export const problem = (status: number, code: string) => new ApiProblem({ status, code, title: code, detail: code, errors: {}, offline: status === 0 });
export const network = () => new PartFault('network', 'the connection broke');

export function film(bytes: number, seed = 1): File {
  return new File([Uint8Array.from({ length: bytes }, (_, i) => (i * 7 + seed) % 251)], 'film.mkv', { type: 'video/x-matroska', lastModified: 0 });
}

/** Not a hash to trust, but a different one for different bytes, without the browser's crypto. */
export async function digest(bytes: Blob): Promise<string> {
  const content = new Uint8Array(await contentOf(bytes));
  return content.reduce((sum, byte) => (sum * 31 + byte) % 4_294_967_291, content.length).toString(36);
}

// As jsdom's blobs have no arrayBuffer().
const contentOf = (bytes: Blob) => new Promise<ArrayBuffer>((read, failed) => {
  const reader = new FileReader();
  reader.onload = () => { if (reader.result instanceof ArrayBuffer) read(reader.result); };
  reader.onerror = () => failed(reader.error);
  reader.readAsArrayBuffer(bytes);
});
