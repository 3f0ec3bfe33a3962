/** `1:02:03.5`, `2:03` or `3` in seconds; null when it is no time. */
export function parseClock(text: string): number | null {
  const match = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5}(?:\.\d{1,3})?)$/.exec(text.trim());
  if (!match) return null;
  const [, hours = '0', minutes = '', seconds = '0'] = match;
  const isOver = (minutes !== '' && Number(seconds) >= 60) || (match[1] !== undefined && Number(minutes) >= 60);
  return isOver ? null : Number(hours) * 3600 + Number(minutes || 0) * 60 + Number(seconds);
}

export function writeClock(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return '';
  const thousandths = Math.round(seconds * 1000);
  const whole = Math.floor(thousandths / 1000);
  const rest = thousandths % 1000;
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}${fraction}`;
}
