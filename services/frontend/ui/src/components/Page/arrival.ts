let last: string | null = null;

/** True when a route was changed to; false for the page the browser itself opened, which begins at its top. */
export function arrivedAt(pathname: string) {
  const isArrival = last !== null && last !== pathname;
  last = pathname;
  return isArrival;
}
