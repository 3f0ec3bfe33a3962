/** What each kind of title can do and where it belongs, as the catalog has it. */
export const kinds = ['movie', 'series', 'season', 'episode', 'trailer'] as const;
export type Kind = (typeof kinds)[number];

const parents: Record<Kind, readonly Kind[]> = { movie: [], series: [], season: ['series'], episode: ['season'], trailer: ['movie', 'series', 'season'] };
const children: Record<Kind, readonly Kind[]> = {
  movie: ['trailer'], series: ['season', 'trailer'], season: ['episode', 'trailer'], episode: [], trailer: [],
};

export const kindOf = (text: string | null | undefined): Kind | null => kinds.find(kind => kind === text) ?? null;
export const parentsOf = (kind: string): readonly Kind[] => parents[kindOf(kind) ?? 'movie'];
export const childrenOf = (kind: string): readonly Kind[] => children[kindOf(kind) ?? 'episode'];
export const plays = (kind: string) => kind === 'movie' || kind === 'episode' || kind === 'trailer';
export const isHead = (kind: string) => kind === 'movie' || kind === 'series';
export const isNumbered = (kind: string) => kind === 'season' || kind === 'episode';

export const states = ['draft', 'processing', 'ready', 'scheduled', 'published', 'withdrawn'] as const;
const stateKinds = { draft: 'neutral', processing: 'info', ready: 'accent', scheduled: 'warning', published: 'success', withdrawn: 'danger' } as const;
export const badgeOf = (state: string) => stateKinds[states.find(one => one === state) ?? 'draft'];
