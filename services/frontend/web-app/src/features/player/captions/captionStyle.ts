import type { CSSProperties } from 'react';

export const fonts = ['sansSerif', 'serif', 'monospace', 'casual', 'smallCapitals'] as const;
export const sizes = [75, 100, 125, 150, 200, 300] as const;
export const colors = ['#ffffff', '#ffff00', '#00ff00', '#00ffff', '#ff8080', '#000000'] as const;
export const backgrounds = ['#000000', '#ffffff', '#202060', '#602020'] as const;
export const opacities = [0, 25, 50, 60, 75, 100] as const;
export const outlines = ['none', 'outline', 'shadow', 'raised', 'depressed'] as const;
export const places = ['bottom', 'top'] as const;

/** As the profile's preferences have it. */
export interface CaptionStyle {
  readonly font: (typeof fonts)[number];
  readonly size: number;
  readonly color: string;
  readonly backgroundColor: string;
  readonly backgroundOpacity: number;
  readonly edge: (typeof outlines)[number];
  readonly place: (typeof places)[number];
}

// White on black of this density stands out by more than 10:1 over any picture.
export const usualStyle: CaptionStyle = {
  font: 'sansSerif', size: 100, color: '#ffffff', backgroundColor: '#000000', backgroundOpacity: 75, edge: 'none', place: 'bottom',
};

const families: Readonly<Record<CaptionStyle['font'], string>> = {
  sansSerif: 'system-ui, sans-serif', serif: 'ui-serif, Georgia, serif', monospace: 'ui-monospace, monospace', casual: '"Comic Neue", "Comic Sans MS", cursive', smallCapitals: 'system-ui, sans-serif',
};

const shadows: Readonly<Record<CaptionStyle['edge'], string>> = {
  none: 'none',
  outline: '1px 0 #000, -1px 0 #000, 0 1px #000, 0 -1px #000',
  shadow: '2px 2px 3px #000',
  raised: '1px 1px #222, 2px 2px #222',
  depressed: '-1px -1px #222, 1px 1px #ccc',
};

/** Reads what was stored or told, member by member: what is not understood has its usual value. */
export function readStyle(value: unknown): CaptionStyle {
  const told: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  return {
    font: oneOf(fonts, told.font) ?? usualStyle.font,
    size: within(told.size, 50, 300) ?? usualStyle.size,
    color: hex(told.color) ?? usualStyle.color,
    backgroundColor: hex(told.backgroundColor) ?? usualStyle.backgroundColor,
    backgroundOpacity: within(told.backgroundOpacity, 0, 100) ?? usualStyle.backgroundOpacity,
    edge: oneOf(outlines, told.edge) ?? usualStyle.edge,
    place: oneOf(places, told.place) ?? usualStyle.place,
  };
}

export function cssOf(style: CaptionStyle): CSSProperties {
  const opacity = Math.round(style.backgroundOpacity * 255 / 100).toString(16).padStart(2, '0');
  return {
    color: style.color,
    backgroundColor: `${style.backgroundColor}${opacity}`,
    fontFamily: families[style.font],
    fontSize: `${style.size / 100}em`,
    fontVariantCaps: style.font === 'smallCapitals' ? 'small-caps' : 'normal',
    textShadow: shadows[style.edge],
  };
}

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined => known.find(one => one === value);
const within = (value: unknown, least: number, most: number) => typeof value === 'number' && value >= least && value <= most ? value : undefined;
const hex = (value: unknown) => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : undefined;
