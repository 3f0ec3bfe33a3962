import { useEffect } from 'react';
import { useCommands, usePlayer, useSurroundings } from '../state/PlayerContext';

const step = 10;

export interface Playing {
  readonly title: string;
  readonly series: string | null;
  readonly poster: string | null;
}

/** The keys and the display of the system. */
export function useMediaSession({ title, series, poster }: Playing): void {
  const { controller } = useSurroundings();
  const commands = useCommands();
  const paused = usePlayer(state => state.media.paused);
  const hasNext = usePlayer(state => state.answer?.next != null);

  useEffect(() => {
    if (!('mediaSession' in navigator) || !title) return;
    navigator.mediaSession.metadata = new MediaMetadata({ title, artist: series ?? '', artwork: poster ? [{ src: poster }] : [] });
    return () => { navigator.mediaSession.metadata = null; };
  }, [title, series, poster]);

  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    const handlers: readonly (readonly [MediaSessionAction, MediaSessionActionHandler | null])[] = [
      ['play', () => void commands.play()],
      ['pause', () => commands.pause()],
      ['seekbackward', ({ seekOffset }) => commands.seekBy(-(seekOffset ?? step))],
      ['seekforward', ({ seekOffset }) => commands.seekBy(seekOffset ?? step)],
      ['seekto', ({ seekTime }) => { if (seekTime != null) commands.seekTo(seekTime); }],
      ['nexttrack', hasNext ? () => controller.nextNow() : null],
    ];
    for (const [action, handler] of handlers) handle(action, handler);
    return () => { for (const [action] of handlers) handle(action, null); };
  }, [commands, controller, hasNext]);

  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    navigator.mediaSession.playbackState = paused ? 'paused' : 'playing';
    const { duration, time, rate, live } = controller.store.get().media;
    if (!live && duration > 0 && time <= duration) navigator.mediaSession.setPositionState?.({ duration, position: time, playbackRate: rate });
  }, [controller, paused]);
}

function handle(action: MediaSessionAction, handler: MediaSessionActionHandler | null): void {
  try {
    navigator.mediaSession.setActionHandler(action, handler);
  } catch {
    // This browser does not know the key.
  }
}
