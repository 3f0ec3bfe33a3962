import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Engine } from './engine/Engine';
import { formatWish } from './preferences/formatWish';
import { PreferenceStore } from './preferences/preferences';
import { limitsHere } from './preferences/profilePreferences';
import { deviceId, deviceName } from './session/device';
import { httpPlaybackApi } from './session/httpPlaybackApi';
import { PlayerController } from './state/PlayerController';

export type VideoRef = RefObject<HTMLVideoElement | null>;

export interface Asked {
  readonly from: string | null;
  readonly format: string | null;
}

/** One controller as long as the title is on the screen. What was watched is read anew afterwards. */
export function usePlayback(titleId: string, { from, format }: Asked) {
  const video = useRef<HTMLVideoElement>(null);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const go = useRef(navigate);
  go.current = navigate;
  const [{ controller, preferences }] = useState(() => {
    const stored = new PreferenceStore(localStorage);
    const made = new PlayerController({
      api: httpPlaybackApi, titleId, preferences: stored, storage: localStorage,
      device: { id: deviceId(localStorage), name: deviceName(navigator.userAgent), security: 'software', outputProtection: 'none' },
      engine: () => engineOf(video.current),
      from: from === 'resume' || from === 'start' ? from : 'ask',
      format: formatWish(format, sessionStorage),
      limits: () => limitsHere(queries),
      goTo: next => void go.current(`/watch/${next}?from=resume`, { replace: true }),
    });
    return { controller: made, preferences: stored };
  });
  useEffect(() => {
    void controller.start();
    return () => {
      void controller.destroy();
      void queries.invalidateQueries({ queryKey: ['history'] });
    };
  }, [controller, queries]);
  return { controller, preferences, video };
}

async function engineOf(video: HTMLVideoElement | null): Promise<Engine> {
  if (!video) throw new Error('The page has gone.');
  const { ShakaEngine } = await import('./engine/ShakaEngine');
  return ShakaEngine.create(video);
}
