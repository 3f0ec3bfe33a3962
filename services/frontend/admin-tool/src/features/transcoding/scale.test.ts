import { expect, test } from 'vitest';
import { path, rangeOf } from './scale';

const box = { width: 100, height: 50 };

test('path_TwoStretches_StepsUpFromOneToTheOther', () => expect(path([{ at: 0, value: 1 }, { at: 4, value: 3 }], box, [1, 3], 10)).toBe('M0 50H40V0H100'));
test('path_OneStretch_IsALineAtItsHeight', () => expect(path([{ at: 0, value: 1 }], box, [0, 4], 22)).toBe('M0 37.5H100'));
test('path_StretchWithoutValue_IsAGap', () => expect(path([{ at: 0, value: 1 }, { at: 5, value: null }, { at: 8, value: 1 }], box, [0, 2], 10)).toBe('M0 25H50M80 25H100'));
test('path_NoPoints_IsEmpty', () => expect(path([], box, [0, 1], 0)).toBe(''));
test('path_EqualValues_DoesNotDivideByZero', () => expect(path([{ at: 0, value: 2 }], box, [2, 2], 10)).toBe('M0 50H100'));
test('rangeOf_Values_LeavesAir', () => expect(rangeOf([1, 2])).toEqual([0.9, 2.1]));
test('rangeOf_WithBounds_StaysWithin', () => expect(rangeOf([0.99, 1], 0, 1)[1]).toBe(1));
test('rangeOf_Nothing_IsSomething', () => expect(rangeOf([])).toEqual([0, 1]));
