import { useQuery } from '@tanstack/react-query';
import { titleQuery, type TitleFile } from '../titles/catalog';

/** Those that a title has its ratings and windows from when it has none: its season and its series. */
export function useAbove({ parentId, seriesId }: TitleFile) {
  const hasSeries = seriesId !== null && seriesId !== parentId;
  const parent = useQuery({ ...titleQuery(parentId ?? ''), enabled: parentId !== null });
  const series = useQuery({ ...titleQuery(seriesId ?? ''), enabled: hasSeries });
  const above = [parent.data?.file, series.data?.file].filter(file => file !== undefined);
  return { above, isKnown: (parentId === null || parent.isSuccess) && (!hasSeries || series.isSuccess) };
}
