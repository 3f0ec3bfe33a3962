/** A line through points in a box, the highest value at the top. Points that have no value are left out. */
export interface Box { readonly width: number; readonly height: number }
export interface Point { readonly at: number; readonly value: number | null }

export function path(points: readonly Point[], box: Box, [least, most]: readonly [number, number], until: number): string {
  const spread = most - least || 1;
  return points
    .filter((point): point is Point & { value: number } => point.value !== null)
    .map(({ at, value }, i) => `${i === 0 ? 'M' : 'L'}${round(at / (until || 1) * box.width)} ${round(box.height - (value - least) / spread * box.height)}`)
    .join('');
}

/** From a little below the least to a little above the most, so that no line lies on the edge. */
export function rangeOf(values: readonly number[], floor = -Infinity, ceiling = Infinity): [number, number] {
  if (values.length === 0) return [0, 1];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = (most - least || Math.abs(most) || 1) * 0.1;
  return [Math.max(floor, least - air), Math.min(ceiling, most + air)];
}

const round = (value: number) => Math.round(value * 100) / 100;
