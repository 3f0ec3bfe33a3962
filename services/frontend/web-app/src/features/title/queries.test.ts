import { expect, test } from 'vitest';
import { aCard } from '../catalogue/testing/titles';
import { mostAlike } from './queries';

test('Alike_SharedGenres_ComeFirstWithoutItself', () => {
  const title = aCard('me', { genres: ['drama', 'war'] });
  const others = [aCard('one', { genres: ['drama'] }), title, aCard('both', { genres: ['war', 'drama'] }), aCard('show', { genres: ['drama'], kind: 'series' })];
  expect(mostAlike(title, others).map(card => card.id)).toEqual(['both', 'one', 'show']);
});
