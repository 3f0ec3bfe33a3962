import { spanOf, type Claim } from './parts';
import type { Upload } from './service';
import { Speed } from './Speed';

/** What of a file has arrived, what is on its way, and how fast that goes. */
export class Ledger {
  #claims = new Map<number, Claim>();
  #flying = new Map<number, number>();
  #speed = new Speed();
  /** Bytes of what the store has that were compared with the file. */
  compared = 0;

  has(number: number) { return this.#claims.has(number); }
  get isEmpty() { return this.#claims.size === 0; }
  get claims() { return [...this.#claims.values()].sort((a, b) => a.number - b.number); }
  get bytesPerSecond() { return this.#speed.bytesPerSecond; }
  secondsFor(bytes: number) { return this.#speed.secondsFor(bytes); }

  arrive(claim: Claim) {
    this.#flying.delete(claim.number);
    this.#claims.set(claim.number, claim);
  }

  fly(number: number, sent: number) { this.#flying.set(number, sent); }

  /** Arrived or on its way, of a file that is cut like this. */
  bytesOf(cut: Upload | undefined) {
    const flying = [...this.#flying.values()].reduce((sum, sent) => sum + sent, 0);
    return cut ? [...this.#claims.keys()].reduce((sum, number) => sum + spanOf(cut, number).bytes, flying) : flying;
  }

  note(now: number, cut: Upload | undefined) { this.#speed.note(now, this.bytesOf(cut)); }

  /** Nothing flies any more. */
  land() {
    this.#flying.clear();
    this.#speed.forget();
  }

  /** Nothing is known to have arrived. */
  clear() {
    this.#claims.clear();
    this.compared = 0;
  }
}
