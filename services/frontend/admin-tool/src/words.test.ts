import { describe, expect, test } from 'vitest';
import { wordFaults, type Words } from '../../vite/wordFaults';

const words = import.meta.glob<Words>('./locales/*/*.json', { import: 'default', eager: true });
const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./**/*.test.*'], { query: '?raw', import: 'default', eager: true });

describe('words', () => {
  test('Words_OfEveryPage_AreThereInEveryLanguage', () => {
    expect(Object.keys(words).length).toBeGreaterThan(0);
    expect(wordFaults({ words, sources })).toEqual([]);
  });
});
