import { childrenOf, plays } from './kinds';

export type TabId = 'details' | 'parts' | 'cast' | 'artwork' | 'media' | 'publish' | 'revisions';

/** What the page of a title of this kind has; trailers name nobody, and only what plays has files. */
export function tabsOf(kind: string): TabId[] {
  const all: [TabId, boolean][] = [
    ['details', true], ['parts', childrenOf(kind).length > 0], ['cast', kind !== 'trailer'], ['artwork', true], ['media', plays(kind)], ['publish', true], ['revisions', true],
  ];
  return all.filter(([, isThere]) => isThere).map(([tab]) => tab);
}
