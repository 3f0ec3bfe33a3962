export type Moment = Date | string | number;

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const bitUnits = ['bit', 'kilobit', 'megabit', 'gigabit'] as const;
const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function formatter(language: string) {
  const date = (value: Moment, options: Intl.DateTimeFormatOptions = { dateStyle: 'long' }) =>
    written(value, moment => new Intl.DateTimeFormat(language, options).format(moment));

  const unit = (value: number, name: string, display: 'short' | 'narrow' | 'long' = 'short', digits = 0) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: display,
      maximumFractionDigits: digits,
    }).format(value);

  return {
    language,
    date,
    dateTime: (value: Moment) => date(value, { dateStyle: 'medium', timeStyle: 'short' }),
    year: (value: Moment) => date(value, { year: 'numeric', timeZone: 'UTC' }),
    number: (value: number, options?: Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(language, options).format(value),
    percent: (part: number, digits = 0) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(part),
    list: (items: readonly string[]) => new Intl.ListFormat(language).format(items),
    relative: (value: Moment, now: Moment = Date.now()) =>
      written(value, moment => relative(language, moment, new Date(now))),
    bytes: (value: number) => {
      const { amount, step } = scaled(value, byteUnits.length);
      return unit(amount, byteUnits[step] ?? 'byte', 'short', amount < 10 ? 1 : 0);
    },
    bitrate: (bitsPerSecond: number) => {
      const { amount, step } = scaled(bitsPerSecond, bitUnits.length);
      return unit(amount, `${bitUnits[step] ?? 'bit'}-per-second`, 'short', amount < 10 ? 1 : 0);
    },
    duration: (seconds: number) => {
      const minutes = Math.max(Math.round(seconds / 60), seconds > 0 ? 1 : 0);
      const hours = Math.floor(minutes / 60);
      const parts = [];
      if (hours > 0) parts.push(unit(hours, 'hour', 'narrow'));
      if (minutes % 60 > 0 || hours === 0) parts.push(unit(minutes % 60, 'minute', 'narrow'));
      return parts.join(' ');
    },
    /** A position in a film, as a player's clock shows it. */
    clock: (seconds: number) => clock(language, seconds),
  };
}

export type Formatter = ReturnType<typeof formatter>;

function written(value: Moment, write: (moment: Date) => string) {
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? '' : write(moment);
}

function relative(language: string, moment: Date, now: Date) {
  const seconds = (moment.getTime() - now.getTime()) / 1000;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [name, length] = steps.find(step => Math.abs(seconds) >= step[1]) ?? ['second', 1];
  return words.format(Math.trunc(seconds / length), name);
}

function scaled(value: number, count: number) {
  const step = value < 1 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), count - 1);
  return { amount: value / 1000 ** step, step };
}

function clock(language: string, seconds: number) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = new Intl.NumberFormat(language, { minimumIntegerDigits: 2 });
  const plain = new Intl.NumberFormat(language, { useGrouping: false });
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const head = hours > 0 ? `${plain.format(hours)}:${two.format(minutes)}` : plain.format(minutes);
  return `${head}:${two.format(whole % 60)}`;
}
