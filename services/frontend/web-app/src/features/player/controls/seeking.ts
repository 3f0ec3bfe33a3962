import type { Range } from '../engine/Engine';

const step = 5;
const leap = 60;

export function shareOf(time: number, { start, end }: Range): number {
  return end > start ? Math.min(1, Math.max(0, (time - start) / (end - start))) : 0;
}

export function timeAt(x: number, { left, width }: { readonly left: number; readonly width: number }, { start, end }: Range): number {
  const share = width > 0 ? Math.min(1, Math.max(0, (x - left) / width)) : 0;
  return start + (end - start) * share;
}

/** Where a key on the focused timeline leads; null: nowhere. */
export function keyStep(key: string, time: number, { start, end }: Range): number | { readonly by: number } | null {
  switch (key) {
    case 'ArrowLeft': case 'ArrowDown': return { by: -step };
    case 'ArrowRight': case 'ArrowUp': return { by: step };
    case 'PageDown': return { by: -Math.min(leap, Math.max(step, time - start)) };
    case 'PageUp': return { by: leap };
    case 'Home': return start;
    case 'End': return end;
    default: return null;
  }
}
