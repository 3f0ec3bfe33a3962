import { type PointerEvent, useMemo } from 'react';
import type { Commands } from '../state/Commands';
import { type Gesture, Taps } from './taps';

/** Dragging over the whole width moves this far. */
const dragSeconds = 90;

interface Reach {
  readonly commands: Commands;
  readonly time: () => number;
  readonly idle: () => boolean;
  readonly stir: () => void;
  readonly rest: () => void;
  readonly fullscreen: () => void;
  readonly seeks: (seconds: number) => void;
  readonly drags: (to: number) => void;
}

/** A mouse clicks to pause; a finger taps for the controls, twice at a side to seek, and drags to seek. */
export function useGestures(reach: Reach) {
  return useMemo(() => {
    const taps = new Taps();
    const act = (gesture: Gesture) => {
      if (gesture.kind === 'tap') (reach.idle() ? reach.stir : reach.rest)();
      if (gesture.kind === 'seek') {
        reach.commands.seekBy(gesture.seconds);
        reach.seeks(gesture.seconds);
      }
      if (gesture.kind !== 'drag') return;
      const to = reach.time() + gesture.share * dragSeconds;
      if (gesture.done) reach.commands.seekTo(to);
      else reach.drags(Math.max(0, to));
    };
    const touchOf = (event: PointerEvent) => {
      const { left, width } = event.currentTarget.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY, at: event.timeStamp, width };
    };
    const isFinger = (event: PointerEvent) => event.pointerType === 'touch' && event.isPrimary;
    return {
      onPointerDown: (event: PointerEvent) => { if (isFinger(event)) taps.press(touchOf(event)); },
      onPointerMove: (event: PointerEvent) => { if (isFinger(event)) act(taps.move(touchOf(event))); },
      onPointerUp: (event: PointerEvent) => {
        if (isFinger(event)) act(taps.release(touchOf(event)));
        else if (event.pointerType === 'mouse' && event.button === 0) reach.commands.toggle();
      },
      onPointerCancel: () => taps.cancel(),
      onDoubleClick: () => reach.fullscreen(),
    };
  }, [reach]);
}
