/** 12:03, 1:02:03. */
export function clock(seconds: number): string {
  if (!Number.isFinite(seconds)) return '--:--';
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** For those who hear it: "1 hour, 2 minutes, 3 seconds" in the language of the page. */
export function spoken(seconds: number, language: string): string {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
  const parts: readonly (readonly [number, string])[] = [[Math.floor(whole / 3600), 'hour'], [Math.floor(whole / 60) % 60, 'minute'], [whole % 60, 'second']];
  const said = parts.filter(([count]) => count > 0);
  return new Intl.ListFormat(language, { type: 'unit', style: 'long' })
    .format((said.length > 0 ? said : parts.slice(-1)).map(([count, unit]) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count)));
}
