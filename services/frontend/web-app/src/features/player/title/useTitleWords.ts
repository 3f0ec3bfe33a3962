import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pictureOf } from '../../catalogue/artwork';
import type { TitleData } from '../../catalogue/model';
import { titleQuery } from '../../catalogue/queries';

export interface TitleWords {
  readonly title: string;
  readonly series: string | null;
  readonly next: string | null;
  readonly poster: string | null;
  /** Where the way back leads. */
  readonly pageId: string | null;
}

const unknown: TitleWords = { title: '', series: null, next: null, poster: null, pageId: null };

/** What the title is called. It plays also while nobody knows. */
export function useTitleWords(titleId: string, nextId: string | null): TitleWords {
  const { t, i18n } = useTranslation('player');
  const { data } = useQuery(titleQuery(i18n.language, titleId));
  if (!data) return unknown;
  const place = data.season?.number && data.title.number ? t('next.place', { season: data.season.number, number: data.title.number }) : null;
  return {
    title: data.title.title,
    series: data.series ? [data.series.title, place].filter(Boolean).join(' · ') : null,
    next: nextId === null ? null : episodeName(data, nextId),
    poster: pictureOf([...data.title.artwork, ...data.series?.artwork ?? []], ['poster', 'backdrop', 'still'], i18n.language)?.src ?? null,
    pageId: data.series?.id ?? data.title.id,
  };
}

export function episodeName({ seasons }: TitleData, id: string): string | null {
  return seasons.flatMap(season => season.episodes).find(episode => episode.id === id)?.title ?? null;
}
