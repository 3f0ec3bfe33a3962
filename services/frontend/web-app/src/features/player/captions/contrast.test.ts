import { describe, expect, test } from 'vitest';
import { usualStyle } from './captionStyle';
import { contrast, leastContrast, luminance, worstContrast } from './contrast';

const style = (color: string, backgroundColor: string, backgroundOpacity: number) => ({ color, backgroundColor, backgroundOpacity });

describe('Contrast', () => {
  test.each([[[255, 255, 255], 1], [[0, 0, 0], 0], [[255, 0, 0], 0.2126], [[0, 255, 0], 0.7152], [[0, 0, 255], 0.0722], [[128, 128, 128], 0.2159]] as const)('Luminance_%o_Is%s', (color, value) => {
    expect(luminance(color)).toBeCloseTo(value, 4);
  });

  test('Contrast_BlackAndWhite_IsTwentyOneEitherWay', () => {
    expect([contrast([0, 0, 0], [255, 255, 255]), contrast([255, 255, 255], [0, 0, 0])]).toEqual([21, 21]);
  });

  // #767676 is the lightest grey that can be read on white, #777777 is not.
  test.each([[0x76, true], [0x77, false]])('Contrast_Grey%sOnWhite_IsEnough%s', (grey, enough) => {
    expect(contrast([grey, grey, grey], [255, 255, 255]) >= leastContrast).toBe(enough);
  });

  test('WorstContrast_UsualStyle_IsReadableOverEveryPicture', () => {
    expect(worstContrast(usualStyle).ratio).toBeGreaterThan(7);
  });

  test.each([
    [style('#ffffff', '#000000', 0), 'bright', 1], [style('#000000', '#ffffff', 0), 'dark', 1], [style('#ffffff', '#000000', 25), 'bright', 1.83], [style('#ffffff', '#000000', 100), 'bright', 21],
    [style('#000000', '#ffffff', 50), 'dark', 5.28], [style('#ff8080', '#000000', 60), 'bright', 2.36],
  ] as const)('WorstContrast_%o_Is_%s_%s', (chosen, over, ratio) => {
    const worst = worstContrast(chosen);

    expect(worst.over).toBe(over);
    expect(worst.ratio).toBeCloseTo(ratio, 1);
  });
});
