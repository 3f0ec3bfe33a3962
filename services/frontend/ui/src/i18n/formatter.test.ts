import { expect, test } from 'vitest';
import { formatter } from './formatter';

const english = formatter('en');
const arabic = formatter('ar');

test('Duration_HoursAndMinutes_AreBothWritten', () => {
  expect(english.duration(6_240)).toBe('1h 44m');
});

test('Duration_UnderAMinute_IsOneMinute', () => {
  expect(english.duration(12)).toBe('1m');
});

test('Duration_WholeHours_LeaveMinutesOut', () => {
  expect(english.duration(7_200)).toBe('2h');
});

test('Duration_InArabic_UsesArabicUnits', () => {
  expect(arabic.duration(6_240)).toMatch(/س.*د/);
});

test('Bytes_OfAFilm_AreGigabytes', () => {
  expect(english.bytes(4_200_000_000)).toBe('4.2 GB');
});

test('Bytes_Zero_AreBytes', () => {
  expect(english.bytes(0)).toBe('0 byte');
});

test('Bitrate_OfAStream_IsMegabitsPerSecond', () => {
  expect(english.bitrate(5_600_000)).toBe('5.6 Mb/s');
});

test('Relative_Yesterday_IsSaidInWords', () => {
  const now = new Date('2026-03-02T12:00:00Z');
  expect(english.relative('2026-03-01T12:00:00Z', now)).toBe('yesterday');
  expect(arabic.relative('2026-03-01T12:00:00Z', now)).toBe('أمس');
});

test('Date_ThatIsNone_IsEmpty', () => {
  expect(english.date('not a day')).toBe('');
});

test('Clock_BeyondAnHour_ShowsHours', () => {
  expect(english.clock(3_725)).toBe('1:02:05');
  expect(english.clock(65)).toBe('1:05');
});
