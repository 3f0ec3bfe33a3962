import { expect, test } from 'vitest';
import { wordFaults, type Words } from '../../vite/wordFaults';
import { accountWords } from './words';

const words = import.meta.glob<Words>('./locales/*/*.json', { import: 'default', eager: true });
const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./**/*.test.*'], { query: '?raw', import: 'default', eager: true });

test('Words_OfThePackage_AreThereInEveryLanguage', () => {
  expect(Object.keys(words)).toHaveLength(2);
  expect(wordFaults({ words, sources })).toEqual([]);
});

test('Words_AskedFor_AreLoadedOrUnknown', async () => {
  expect(await accountWords('ar', 'proof')?.()).toEqual(words['./locales/ar/proof.json']);
  expect(accountWords('en', 'titles')).toBeUndefined();
});
