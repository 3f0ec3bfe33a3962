import { expect, test } from 'vitest';
import { parseClock, writeClock } from './clock';
import { fromField, toField } from './moments';

test.each([['1:32:05', 5525], ['2:03', 123], ['90', 90], ['0:12.5', 12.5], ['1:75', null], ['1:60:00', null], ['', null], ['soon', null], ['-1', null]])('Clock_%s_IsRead', (text, seconds) =>
  expect(parseClock(text)).toBe(seconds));

test.each([[5525, '1:32:05'], [12.5, '0:12.5'], [0, '0:00'], [59.9996, '1:00'], [null, '']])('Clock_%s_IsWritten', (seconds, text) => expect(writeClock(seconds)).toBe(text));

test('Moment_ThroughAField_StaysTheSameMinute', () => expect(fromField(toField('2026-07-01T12:34:00.000Z'))).toBe('2026-07-01T12:34:00.000Z'));
test('Moment_Unfinished_IsNone', () => expect([fromField(''), toField(null), toField('soon')]).toEqual([null, '', '']));
