import { describe, expect, test } from 'vitest';
import { Taps } from './taps';

const touch = (x: number, at: number, y = 100) => ({ x, y, at, width: 900 });

function tap(taps: Taps, x: number, at: number) {
  taps.press(touch(x, at));
  return taps.release(touch(x + 2, at + 50));
}

describe('Taps', () => {
  test('Release_Once_IsATap', () => {
    expect(tap(new Taps(), 450, 0)).toEqual({ kind: 'tap' });
  });

  test.each([[100, -10], [800, 10]])('Release_TwiceAt%s_SeeksBy%s', (x, seconds) => {
    const taps = new Taps();
    tap(taps, x, 0);

    expect(tap(taps, x, 200)).toEqual({ kind: 'seek', seconds });
    expect(tap(taps, x, 400)).toEqual({ kind: 'seek', seconds });
  });

  test.each([[450, 450, 200], [100, 800, 200], [100, 100, 900]])('Release_TwiceInTheMiddleOrApartOrLate_IsATap', (first, second, at) => {
    const taps = new Taps();
    tap(taps, first, 0);

    expect(tap(taps, second, at)).toEqual({ kind: 'tap' });
  });

  test('Move_Sideways_DragsUntilReleased', () => {
    const taps = new Taps();
    taps.press(touch(450, 0));

    expect(taps.move(touch(455, 10))).toEqual({ kind: 'none' });
    expect(taps.move(touch(540, 20))).toEqual({ kind: 'drag', share: 0.1, done: false });
    expect(taps.release(touch(630, 30))).toEqual({ kind: 'drag', share: 0.2, done: true });
  });

  test('Move_Upwards_IsNoDrag', () => {
    const taps = new Taps();
    taps.press(touch(450, 0, 300));

    expect(taps.move(touch(470, 10, 100))).toEqual({ kind: 'none' });
    expect(taps.release(touch(470, 20, 100))).toEqual({ kind: 'none' });
  });

  test('Cancel_InMidDrag_ForgetsIt', () => {
    const taps = new Taps();
    taps.press(touch(100, 0));
    taps.move(touch(300, 10));
    taps.cancel();

    expect(taps.release(touch(400, 20))).toEqual({ kind: 'none' });
  });
});
