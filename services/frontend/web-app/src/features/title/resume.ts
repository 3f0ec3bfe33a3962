import type { Card, Season, Watched } from '../catalogue/model';

export interface NextUp {
  episode: Card;
  season: Card;
  watched: Watched | null;
  /** Never begun; begun; the one before it is finished; everything is finished. */
  state: 'begin' | 'resume' | 'next' | 'again';
}

/** Which episode somebody goes on with, by what they watched of the series. */
export function chooseEpisode(seasons: readonly Season[], watched: readonly Watched[]): NextUp | null {
  const order = seasons.flatMap(({ season, episodes }) => episodes.map(episode => ({ season, episode })));
  const first = order[0];
  if (!first) return null;
  const marks = new Map(watched.map(mark => [mark.titleId, mark]));
  const isOpen = (id: string) => !marks.get(id)?.completed;
  const latest = watched
    .filter(mark => order.some(({ episode }) => episode.id === mark.titleId))
    .reduce<Watched | null>((last, mark) => (last === null || mark.playedAt > last.playedAt ? mark : last), null);
  if (latest === null) return { ...first, watched: null, state: 'begin' };

  const at = order.findIndex(({ episode }) => episode.id === latest.titleId);
  const current = order[at];
  if (current && !latest.completed) return { ...current, watched: latest, state: 'resume' };

  const next = order.slice(at + 1).find(({ episode }) => isOpen(episode.id)) ?? order.find(({ episode }) => isOpen(episode.id));
  if (!next) return { ...first, watched: null, state: 'again' };
  const mark = marks.get(next.episode.id) ?? null;
  return { ...next, watched: mark, state: mark ? 'resume' : 'next' };
}
