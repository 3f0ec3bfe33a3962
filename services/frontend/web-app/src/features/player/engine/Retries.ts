const longest = 30_000;
const most = 6;

/** How long to wait before data is fetched again; null: there is no use in it any more. */
export class Retries {
  #failures = 0;

  next(online: boolean): number | null {
    if (!online) return longest;
    if (this.#failures >= most) return null;
    return Math.min(longest, 1000 * 2 ** this.#failures++);
  }

  reset(): void {
    this.#failures = 0;
  }
}
