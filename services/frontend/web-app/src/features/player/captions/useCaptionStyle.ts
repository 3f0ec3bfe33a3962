import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useProfile } from '../../profiles/current';
import { readPreferences } from '../../profiles/profilesApi';
import { usePreferences } from '../state/PlayerContext';
import { type CaptionStyle, readStyle } from './captionStyle';

/** As chosen in this browser, else as the profile prefers. */
export function useCaptionStyle(): CaptionStyle {
  const profile = useProfile();
  const { captionStyle } = usePreferences();
  const { data } = useQuery({
    queryKey: ['player', 'preferences', profile?.id],
    enabled: profile !== null && captionStyle === null,
    queryFn: ({ signal }) => readPreferences(profile?.id ?? '', signal),
  });
  const told: unknown = data?.preferences.captions?.style;
  return useMemo(() => captionStyle ?? readStyle(told), [captionStyle, told]);
}
