import { expect, test } from 'vitest';
import arabic from '../locales/ar.json';
import english from '../locales/en.json';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

test('Locales_EnglishAndArabic_HaveTheSameKeys', () => {
  expect(keysOf(arabic)).toEqual(keysOf(english));
});

test('Locales_EveryValue_IsWritten', () => {
  for (const words of [english, arabic]) expect(valuesOf(words).filter(value => value.trim() === '')).toEqual([]);
});

test('Locales_KeysUsedInSources_AllExist', () => {
  const known = new Set(keysOf(english));
  const used = Object.values(sources)
    .flatMap(source => [...source.matchAll(/\bt\('([^']+)'/g)])
    .map(match => match[1] ?? '');
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter(key => !known.has(key))).toEqual([]);
});

function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words)
    .flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [prefix + key],
    )
    .sort();
}

function valuesOf(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null ? valuesOf(value) : [String(value)],
  );
}
