import { expect, test } from 'vitest';
import { aCard, anArtwork } from '../catalogue/testing/titles';
import { chooseHero } from './hero';

const wide = (id: string) => aCard(id, { artwork: [anArtwork('backdrop', id)] });
const day = 86_400_000;

test('Hero_FeaturedWithBackdrop_GoesBeforePopular', () => {
  expect(chooseHero([aCard('plain'), wide('a')], [wide('b')], 0)?.id).toBe('a');
});

test('Hero_FeaturedWithoutBackdrop_IsPopularWithOne', () => {
  expect(chooseHero([aCard('plain')], [wide('b')], 0)?.id).toBe('b');
});

test('Hero_NoBackdropAtAll_IsStillFeatured', () => {
  expect(chooseHero([aCard('plain')], [aCard('other')], 0)?.id).toBe('plain');
});

test('Hero_NextDay_IsNextTitle', () => {
  const featured = [wide('a'), wide('b')];
  expect([0, day - 1, day, 2 * day].map(now => chooseHero(featured, [], now)?.id)).toEqual(['a', 'a', 'b', 'a']);
});

test('Hero_NothingThere_IsNone', () => expect(chooseHero([], [], 0)).toBeNull());
