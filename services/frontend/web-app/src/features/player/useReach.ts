import { type RefObject, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toggleFullscreen } from './device/fullscreen';
import { clock } from './markers/time';
import { useSurroundings } from './state/PlayerContext';

interface Parts {
  readonly box: RefObject<HTMLElement | null>;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly idle: boolean;
  readonly stir: () => void;
  readonly rest: () => void;
}

/** What keys and fingers can reach. */
export function useReach({ box, video, idle, stir, rest }: Parts) {
  const { t } = useTranslation('player');
  const { controller, preferences, surface, notices } = useSurroundings();
  const resting = useRef(idle);
  resting.current = idle;
  return useMemo(() => {
    const { commands, store } = controller;
    const say = (text: string) => notices.say(text);
    const fullscreen = () => void toggleFullscreen(box.current, video.current);
    return {
      fullscreen,
      keyboard: {
        commands, t, say, fullscreen, state: store.get, preferences: preferences.get,
        help: () => surface.set({ panel: surface.get().panel === 'help' ? 'none' : 'help' }),
        close: () => surface.set({ panel: 'none' }),
      },
      gestures: {
        commands, fullscreen, stir, rest,
        time: () => store.get().media.time,
        idle: () => resting.current,
        seeks: (seconds: number) => say(t(seconds < 0 ? 'announce.back' : 'announce.forward', { count: Math.abs(seconds) })),
        drags: (to: number) => say(clock(to)),
      },
    };
  }, [box, video, stir, rest, t, controller, preferences, surface, notices]);
}
