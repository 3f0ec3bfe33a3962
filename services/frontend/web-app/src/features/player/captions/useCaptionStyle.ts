import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useProfile } from '../../profiles/current';
import { preferencesQuery } from '../preferences/profilePreferences';
import { usePreferences } from '../state/PlayerContext';
import { type CaptionStyle, readStyle } from './captionStyle';

/** As chosen in this browser, else as the profile prefers. */
export function useCaptionStyle(): CaptionStyle {
  const profile = useProfile();
  const { captionStyle } = usePreferences();
  const { data } = useQuery({ ...preferencesQuery(profile?.id ?? ''), enabled: profile !== null && captionStyle === null });
  const told: unknown = data?.preferences.captions?.style;
  return useMemo(() => captionStyle ?? readStyle(told), [captionStyle, told]);
}
