/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8');
const themes = ['light', 'dark'] as const;
const surfaces = ['canvas', 'surface', 'raised', 'sunken', 'hover'];

const words: [string, string][] = [
  ...surfaces.flatMap((surface): [string, string][] =>
    ['text', 'text-muted', 'accent-text', 'danger-text'].map(ink => [ink, surface]),
  ),
  ...['success-text', 'info-text', 'warning-text'].flatMap((ink): [string, string][] =>
    ['canvas', 'surface', 'raised'].map(surface => [ink, surface]),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['text', 'pressed'],
  ['accent-text', 'accent-soft'],
  ['danger-text', 'danger-soft'],
  ['success-text', 'success-soft'],
  ['info-text', 'info-soft'],
  ['warning-text', 'warning-soft'],
  ['text-muted', 'shimmer'],
];
const shapes: [string, string][] = ['canvas', 'surface', 'raised'].flatMap((surface): [string, string][] =>
  ['focus', 'border-strong', 'accent-strong'].map(ink => [ink, surface]),
);

describe.each(themes)('%s theme', theme => {
  test.each(words)('Words_%sOn%s_ReachAa', (ink, paper) => {
    expect(contrast(token(ink, theme), token(paper, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)('Shapes_%sOn%s_ReachAa', (ink, paper) => {
    expect(contrast(token(ink, theme), token(paper, theme))).toBeGreaterThanOrEqual(3);
  });
});

test('Contrast_BlackOnWhite_IsTwentyOne', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

function token(name: string, theme: (typeof themes)[number]) {
  const value = new RegExp(`--color-${name}: ([^;]+);`).exec(css)?.[1] ?? '';
  const colours = value.match(/#[0-9a-f]{6}/g) ?? [];
  const colour = theme === 'light' ? colours[0] : colours.at(-1);
  if (!colour) throw new Error(`No colour called ${name}`);
  return colour;
}

function contrast(one: string, other: string) {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
