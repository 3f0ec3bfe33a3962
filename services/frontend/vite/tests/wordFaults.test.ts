import { describe, expect, test } from 'vitest';
import { wordFaults } from '../wordFaults';

const faults = (en: Record<string, string>, ar: Record<string, string>, source = '') =>
  wordFaults({ words: { './locales/en/shop.json': en, './locales/ar/shop.json': ar }, sources: { 'Page.tsx': `useTranslation('shop'); ${source}` } });

const inArabic = (...forms: string[]) => Object.fromEntries(forms.map(form => [`left_${form}`, '{{count}}']));

describe('wordFaults', () => {
  test('Words_SameInBoth_HaveNoFault', () => {
    expect(faults({ buy: 'Buy {{what}}' }, { buy: 'اشترِ {{what}}' }, "t('buy', { what })")).toEqual([]);
  });

  test('Word_MissingInOne_IsFound', () => {
    expect(faults({ buy: 'Buy', sell: 'Sell' }, { buy: 'اشترِ', rent: 'استأجر' })).toEqual(['ar lacks shop:sell', 'en lacks shop:rent']);
  });

  test('Word_UsedButNotThere_IsFound', () => {
    expect(faults({ buy: 'Buy' }, { buy: 'اشترِ' }, "t('give'); t(`kinds.${kind}`)")).toEqual(['Page.tsx uses give', 'Page.tsx uses kinds.']);
  });

  test('Variables_ThatDiffer_AreFound', () => {
    expect(faults({ buy: 'Buy {{what}}' }, { buy: 'اشترِ' })).toEqual(['shop:buy has what in en and none in ar']);
  });

  test('Counting_ArabicHasAllItsForms_IsFine', () => {
    expect(faults({ left_one: 'one', left_other: '{{count}}' }, inArabic('zero', 'one', 'two', 'few', 'many', 'other'), "t('left', { count })")).toEqual([]);
  });

  test('Counting_FormIsMissing_IsFound', () => {
    expect(faults({ left_one: 'one', left_other: '{{count}}' }, inArabic('zero', 'one', 'two', 'many', 'other'))).toEqual(['ar lacks shop:left_few']);
  });
});
