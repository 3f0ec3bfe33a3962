import { expect, test } from 'vitest';
import { pictureOf, posterOfHit } from './artwork';
import { anArtwork } from './testing/titles';

test('Picture_SeveralLanguages_IsOfReader', () => {
  const artwork = [anArtwork('poster', 'en', 'en'), anArtwork('poster', 'none'), anArtwork('poster', 'ar', 'ar-EG')];
  expect(pictureOf(artwork, ['poster'], 'ar')?.src).toContain('/ar-poster/');
  expect(pictureOf(artwork, ['poster'], 'fr')?.src).toContain('/none-poster/');
});

test('Picture_OfferedWidths_AreAllNamedAndNoOthers', () => {
  expect(pictureOf([anArtwork('poster')], ['poster'], 'en')?.srcSet).toBe(
    '/api/v1/catalog/artwork/a-poster/160 160w, /api/v1/catalog/artwork/a-poster/320 320w, /api/v1/catalog/artwork/a-poster/480 480w');
});

test('Picture_FirstKindMissing_IsOfNextKind', () => {
  expect(pictureOf([anArtwork('backdrop')], ['still', 'backdrop'], 'en')?.src).toContain('a-backdrop');
  expect(pictureOf([anArtwork('backdrop')], ['poster'], 'en')).toBeNull();
  expect(pictureOf([{ kind: 'poster', language: null, images: [] }], ['poster'], 'en')).toBeNull();
});

test.each(['/catalog/artwork/x/160', '/api/v1/catalog/artwork/x/160'])('PosterOfHit_%s_IsBelowApiInTwoWidths', address => {
  expect(posterOfHit(address)).toMatchObject({
    src: '/api/v1/catalog/artwork/x/320',
    srcSet: '/api/v1/catalog/artwork/x/160 160w, /api/v1/catalog/artwork/x/320 320w',
  });
});

test('PosterOfHit_None_IsNull', () => expect(posterOfHit(null)).toBeNull());
