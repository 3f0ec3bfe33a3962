/** One of several lists, each the latest first and read page by page, on the way into one. */
export interface Source<I, S extends string> {
  readonly service: S;
  /** Read already and not given out yet. */
  readonly waiting: readonly I[];
  /** Where it goes on; undefined before anything was read, null at its end. */
  readonly next: string | null | undefined;
}

export interface Merged<I, S extends string> {
  items: I[];
  sources: Source<I, S>[];
  /** Which could not be read; they are left out from here on. */
  failed: Failure<S>[];
}

export interface Failure<S extends string> { readonly service: S; readonly error: unknown }

type Load<I, S extends string> = (service: S, after: string | undefined) => Promise<{ items: I[]; next?: string | null }>;

export const begin = <S extends string>(services: readonly S[]): Source<never, S>[] => services.map(service => ({ service, waiting: [], next: undefined }));

export const hasMore = (sources: readonly Source<unknown, string>[]) => sources.some(({ waiting, next }) => waiting.length > 0 || next !== null);

/**
 * The next items of all lists in the order of time. Nothing is given out before each list that goes on has something waiting:
 * only then is it certain that none of them has something later.
 */
export async function mergeNext<I, S extends string>(before: readonly Source<I, S>[], size: number, timeOf: (item: I) => string, load: Load<I, S>): Promise<Merged<I, S>> {
  const failed: Failure<S>[] = [];
  const items: I[] = [];
  let sources = [...before];
  while (items.length < size) {
    sources = await Promise.all(sources.map(source => filled(source, load, failure => failed.push(failure))));
    const latest = indexOfLatest(sources, timeOf);
    const source = latest === null ? undefined : sources[latest];
    const item = source?.waiting[0];
    if (latest === null || source === undefined || item === undefined) break;
    items.push(item);
    sources[latest] = { ...source, waiting: source.waiting.slice(1) };
  }
  return { items, sources, failed };
}

async function filled<I, S extends string>(source: Source<I, S>, load: Load<I, S>, fail: (failure: Failure<S>) => void): Promise<Source<I, S>> {
  let { waiting, next } = source;
  while (waiting.length === 0 && next !== null) {
    try {
      const page = await load(source.service, next);
      [waiting, next] = [page.items, page.next ?? null];
    } catch (error) {
      if (typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError') throw error;
      fail({ service: source.service, error });
      next = null;
    }
  }
  return { ...source, waiting, next };
}

function indexOfLatest<I>(sources: readonly Source<I, string>[], timeOf: (item: I) => string): number | null {
  let best: number | null = null;
  let latest = -Infinity;
  sources.forEach(({ waiting: [head] }, i) => {
    if (head === undefined || Date.parse(timeOf(head)) <= latest) return;
    [best, latest] = [i, Date.parse(timeOf(head))];
  });
  return best;
}
