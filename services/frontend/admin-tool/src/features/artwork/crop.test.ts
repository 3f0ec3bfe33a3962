import { describe, expect, test } from 'vitest';
import { boxOf, centred, isTooSmall, mostZoom, moved, outputOf, zoomed } from './crop';
import { artworkKindsOf, aspectOf, type ArtworkKind } from './kinds';

const [poster, backdrop, logo] = artworkKindsOf('movie');
if (!poster || !backdrop || !logo) throw new Error('kinds are missing');
const wide = { width: 3000, height: 1500 };

describe('crop', () => {
  test('Part_AtFirst_IsTheLargestOfItsShapeInTheMiddle', () => expect(boxOf(wide, 2 / 3, centred)).toEqual({ x: 1000, y: 0, width: 1000, height: 1500 }));

  test('Part_MovedBeyondAnEdge_StopsThere_AndComesBackAtOnce', () => {
    const atEdge = moved(wide, 2 / 3, centred, 50, 0);
    expect(boxOf(wide, 2 / 3, atEdge).x).toBe(2000);
    expect(boxOf(wide, 2 / 3, moved(wide, 2 / 3, atEdge, -0.1, 0)).x).toBeCloseTo(1900);
  });

  test('Part_ZoomedIn_KeepsItsMiddleAndItsShape', () => {
    const box = boxOf(wide, 2 / 3, zoomed(wide, 2 / 3, centred, 2, 4));
    expect(box).toEqual({ x: 1250, y: 375, width: 500, height: 750 });
  });

  test('Part_ZoomedOutAtACorner_StaysWithinThePicture', () => {
    const corner = moved(wide, 2 / 3, zoomed(wide, 2 / 3, centred, 4, 4), 50, 50);
    const box = boxOf(wide, 2 / 3, zoomed(wide, 2 / 3, corner, 0, 4));
    expect(box.x + box.width).toBeCloseTo(3000);
    expect(box.y).toBe(0);
  });

  test('Zoom_AtItsMost_LeavesAPartThatIsTaken', () => {
    const most = mostZoom({ width: 1200, height: 1500 }, poster);
    expect(Math.round(boxOf({ width: 1200, height: 1500 }, 2 / 3, { ...centred, zoom: most }).width)).toBe(poster.least);
  });

  test.each([[poster, 319, 900, true], [poster, 320, 480, false], [backdrop, 640, 359, true], [backdrop, 640, 360, false]])('Picture_%#_IsTooSmall', (kind: ArtworkKind, width, height, isSmall) =>
    expect(isTooSmall({ width, height }, kind)).toBe(isSmall));

  test('Output_OfAHugePicture_IsAsWideAsIsOfUse', () => expect(outputOf({ width: 8000, height: 4500 }, backdrop)).toEqual({ width: 3840, height: 2160 }));

  test.each(artworkKindsOf('movie').concat(artworkKindsOf('person')))('Shape_Of$name_IsWithinWhatIsTaken', kind => {
    for (const [width, height] of [[4000, 100], [1285, 107], [100, 4000], [1000, 1000]] as const) {
      const size = outputOf(boxOf({ width, height }, aspectOf(kind, width, height), centred), kind);
      expect(size.width / size.height).toBeGreaterThanOrEqual(kind.narrowest);
      expect(size.width / size.height).toBeLessThanOrEqual(kind.widest);
    }
  });
});
