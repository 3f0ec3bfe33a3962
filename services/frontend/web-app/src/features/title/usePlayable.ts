import { useQuery } from '@tanstack/react-query';
import type { TitleData, Watched } from '../catalogue/model';
import { continueQuery } from '../catalogue/queries';
import { seriesHistoryQuery } from './queries';
import { chooseEpisode, type NextUp } from './resume';

export interface Playable {
  /** Until it is known what was watched. */
  isPending: boolean;
  /** What plays; null when nothing does. */
  titleId: string | null;
  progress: { position: number; duration: number } | null;
  next: NextUp | null;
  /** By episode. */
  watched: ReadonlyMap<string, Watched>;
}

/** What the play button of a title does. Without an answer of the history it plays from the beginning. */
export function usePlayable(page: TitleData): Playable {
  const { title } = page;
  const seriesId = title.kind === 'series' ? title.id : page.series?.id ?? null;
  const isMovie = title.kind === 'movie';
  const goOn = useQuery({ ...continueQuery(), enabled: isMovie });
  const series = useQuery({ ...seriesHistoryQuery(seriesId ?? ''), enabled: seriesId !== null && title.kind !== 'trailer' });
  const watched = new Map((series.data ?? []).map(mark => [mark.titleId, mark]));
  const isPending = (isMovie && goOn.isPending) || (seriesId !== null && title.kind !== 'trailer' && series.isPending);

  if (page.seasons.length > 0) {
    const next = chooseEpisode(page.seasons, series.data ?? []);
    return { isPending, watched, next, titleId: next?.episode.id ?? null, progress: next?.state === 'resume' ? next.watched : null };
  }
  const begun = isMovie ? goOn.data?.items.find(item => item.titleId === title.id) : watched.get(title.id);
  const isFinished = begun !== undefined && 'completed' in begun && begun.completed;
  const progress = begun && begun.position > 0 && !isFinished ? begun : null;
  return { isPending, watched, next: null, titleId: page.package ? title.id : null, progress };
}
