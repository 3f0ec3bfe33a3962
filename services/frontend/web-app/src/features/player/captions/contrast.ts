import type { CaptionStyle } from './captionStyle';

type Rgb = readonly [number, number, number];

export const leastContrast = 4.5;

const frames = { bright: [255, 255, 255], dark: [0, 0, 0] } as const satisfies Record<string, Rgb>;

export interface WorstContrast {
  readonly ratio: number;
  readonly over: keyof typeof frames;
}

/** What captions have to stand out from at the worst: a picture all white, or all black, that shows through what is behind them. */
export function worstContrast({ color, backgroundColor, backgroundOpacity }: Pick<CaptionStyle, 'color' | 'backgroundColor' | 'backgroundOpacity'>): WorstContrast {
  const over = (frame: keyof typeof frames) => ({ ratio: contrast(rgbOf(color), through(rgbOf(backgroundColor), backgroundOpacity / 100, frames[frame])), over: frame });
  const [bright, dark] = [over('bright'), over('dark')];
  return bright.ratio <= dark.ratio ? bright : dark;
}

/** WCAG 2.2, contrast ratio. */
export function contrast(one: Rgb, other: Rgb): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** WCAG 2.2, relative luminance. */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function through([red, green, blue]: Rgb, opacity: number, [behindRed, behindGreen, behindBlue]: Rgb): Rgb {
  const mix = (front: number, behind: number) => front * opacity + behind * (1 - opacity);
  return [mix(red, behindRed), mix(green, behindGreen), mix(blue, behindBlue)];
}

function rgbOf(hex: string): Rgb {
  const at = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
}
