import type { Edge } from './contract';

const tokenInPath = /\/t\/([^/]+)\//;

/** Knows the edges of a playback. Every token that an edge ever had leads to its latest one. */
export class EdgeBook {
  #edges: readonly Edge[] = [];
  readonly #nameOf = new Map<string, string>();
  readonly #latest = new Map<string, string>();
  #queries = new Map<string, string>();

  get edges(): readonly Edge[] {
    return this.#edges;
  }

  learn(edges: readonly Edge[]): void {
    this.#edges = edges;
    for (const { name, token, base, query } of edges) {
      if (token) {
        this.#nameOf.set(token, name);
        this.#latest.set(name, token);
      }
      if (query) this.#queries.set(base, query);
    }
  }

  /** The same object by the token or signature that is good now. */
  current(address: string): string {
    const signed = this.#signed(address);
    if (signed) return signed;
    return address.replace(tokenInPath, (whole, token: string) => {
      const name = this.#nameOf.get(token);
      const latest = name && this.#latest.get(name);
      return latest ? `/t/${latest}/` : whole;
    });
  }

  edgeOf(address: string): string | null {
    const token = tokenInPath.exec(address)?.[1];
    const byToken = token && this.#nameOf.get(token);
    return byToken || (this.#edges.find(edge => address.startsWith(edge.base))?.name ?? null);
  }

  /** The same object at each edge, the one of the address first. */
  everywhere(address: string): readonly string[] {
    const here = this.current(address);
    const mine = this.#edges.find(edge => here.startsWith(edge.base));
    if (!mine) return [here];
    const path = here.slice(mine.base.length).split('?')[0] ?? '';
    const others = this.#edges.filter(edge => edge !== mine).map(edge => edge.query ? `${edge.base}${path}?${edge.query}` : edge.base + path);
    return [here, ...others];
  }

  #signed(address: string): string | null {
    for (const [base, query] of this.#queries)
      if (address.startsWith(base)) return `${address.split('?')[0]}?${query}`;
    return null;
  }
}
