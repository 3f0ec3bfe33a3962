import { expect, test } from 'vitest';
import { creditComplaints, reordered, toCredits } from './credits';

test('Credits_OfTheCrew_PlayNobody', () => expect(toCredits({ credits: [{ personId: 'p', department: 'director', character: 'Rita' }] })).toEqual([{ personId: 'p', department: 'director', character: null }]));
test('Credits_ThereTwice_ComplainAtTheSecond', () => {
  const credit = { personId: 'p', department: 'cast', character: 'Rita' };
  expect(creditComplaints({ credits: [credit, { ...credit, character: 'Rosa' }, { ...credit, character: ' Rita ' }] })).toEqual({ 'credits[2].department': { word: 'twice' } });
});
test.each([[0, 2, 'bca'], [2, 0, 'cab'], [1, 9, 'acb'], [1, -4, 'bac'], [7, 0, 'abc']])('Order_From%iTo%i_Is%s', (from, to, order) => expect(reordered(['a', 'b', 'c'], from, to).join('')).toBe(order));
