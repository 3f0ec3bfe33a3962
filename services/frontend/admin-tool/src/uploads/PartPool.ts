import { PartFault } from './faults';
import type { Claim, Span } from './parts';
import { pause, pauseAfter } from './patience';
import { retrying, type Patience } from './retrying';
import type { SendPart } from './sendPart';
import type { SignedPart, UploadService } from './service';

export interface PoolDeps extends Patience {
  readonly service: Pick<UploadService, 'sign'>;
  readonly send: SendPart;
  readonly digest: (bytes: Blob) => Promise<string>;
  readonly now: () => number;
}

interface Ready { readonly span: Span; readonly checksum: string; readonly address: SignedPart }

const senders = 4;
const batch = 8;
/** An address that ends within this time is not begun with. */
const margin = 15_000;
const mostRefusals = 3;

/** Sends the parts of one file: hashes and has addresses signed in batches, ahead of a few parallel senders. */
export class PartPool {
  #todo: Span[];
  #ready: Ready[] = [];
  #preparing: Promise<void> | undefined;

  constructor(
    private readonly deps: PoolDeps,
    private readonly uploadId: string,
    private readonly file: Blob,
    spans: readonly Span[],
    private readonly told: { arrived(claim: Claim): void; progress(number: number, sent: number): void },
  ) {
    this.#todo = [...spans];
  }

  /** Until every part has arrived. */
  async run(signal: AbortSignal): Promise<void> {
    const stop = new AbortController();
    const both = AbortSignal.any([signal, stop.signal]);
    try {
      await Promise.all(Array.from({ length: senders }, () => this.#sender(both)));
    } finally {
      stop.abort();
    }
  }

  async #sender(signal: AbortSignal) {
    for (let next = await this.#take(signal); next; next = await this.#take(signal)) await this.#deliver(next, signal);
  }

  async #take(signal: AbortSignal): Promise<Ready | undefined> {
    for (;;) {
      signal.throwIfAborted();
      const ready = this.#ready.shift();
      if (ready && this.#ready.length < senders) this.#prepare(signal).catch(() => {});
      if (ready) return ready;
      if (this.#todo.length === 0 && !this.#preparing) return undefined;
      await this.#prepare(signal);
    }
  }

  #prepare(signal: AbortSignal): Promise<void> {
    if (this.#preparing) return this.#preparing;
    if (this.#todo.length === 0) return Promise.resolve();
    const spans = this.#todo.splice(0, batch);
    this.#preparing = this.#sign(spans, signal)
      .then(ready => { this.#ready.push(...ready); }, (error: unknown) => { this.#todo.unshift(...spans); throw error; })
      .finally(() => { this.#preparing = undefined; });
    return this.#preparing;
  }

  async #sign(spans: Span[], signal: AbortSignal): Promise<Ready[]> {
    const checksums = await Promise.all(spans.map(span => this.deps.digest(this.#bytes(span))));
    const addresses = await retrying(() => this.deps.service.sign(this.uploadId, spans.map(({ number }, i) => ({ number, checksum: checksums[i]! }))), signal, this.deps);
    const byNumber = new Map(addresses.map(address => [address.number, address]));
    return spans.map((span, i) => {
      const address = byNumber.get(span.number);
      if (!address) throw new PartFault('refused', `no address for part ${span.number}`);
      return { span, checksum: checksums[i]!, address };
    });
  }

  async #deliver({ span, checksum, address }: Ready, signal: AbortSignal) {
    for (let attempt = 0, refusals = 0; ; attempt++) {
      try {
        if (Date.parse(address.expiresAt) - this.deps.now() < margin) [{ address }] = await this.#sign([span], signal) as [Ready];
        const etag = await this.deps.send(address, this.#bytes(span), signal, sent => this.told.progress(span.number, sent));
        this.told.arrived({ number: span.number, etag, checksum });
        return;
      } catch (error) {
        this.told.progress(span.number, 0);
        if (!(error instanceof PartFault) || signal.aborted) throw error;
        if (error.kind === 'refused' || error.kind === 'expired' && ++refusals > mostRefusals) throw error;
        if (error.kind === 'expired') [{ address }] = await this.#sign([span], signal) as [Ready];
        else await this.#wait(attempt, signal);
      }
    }
  }

  async #wait(attempt: number, signal: AbortSignal) {
    this.deps.waiting(true);
    try { await pause(pauseAfter(attempt, this.deps.random), signal); } finally { this.deps.waiting(false); }
  }

  #bytes({ offset, bytes }: Span) { return this.file.slice(offset, offset + bytes); }
}
