/** A figure of each stretch of a film as steps in a box, the highest value at the top. */
export interface Box { readonly width: number; readonly height: number }

/** Begins at this second and lasts until the next point, the last one to the end of the film. */
export interface Point { readonly at: number; readonly value: number | null }

/** A stretch that has no value is a gap. */
export function path(points: readonly Point[], box: Box, [least, most]: readonly [number, number], until: number): string {
  const spread = most - least || 1;
  const x = (at: number) => round(Math.min(1, at / (until || 1)) * box.width);
  const y = (value: number) => round(box.height - (value - least) / spread * box.height);
  let goesOn = false;
  return points.map(({ at, value }, i) => {
    if (value === null) { goesOn = false; return ''; }
    const start = goesOn ? `V${y(value)}` : `M${x(at)} ${y(value)}`;
    goesOn = true;
    return `${start}H${x(points[i + 1]?.at ?? until)}`;
  }).join('');
}

/** From a little below the least to a little above the most, so that no line lies on the edge. */
export function rangeOf(values: readonly number[], floor = -Infinity, ceiling = Infinity): [number, number] {
  if (values.length === 0) return [0, 1];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = (most - least || Math.abs(most) || 1) * 0.1;
  return [Math.max(floor, least - air), Math.min(ceiling, most + air)];
}

const round = (value: number) => Math.round(value * 100) / 100;
