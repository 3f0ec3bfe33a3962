import { expect, test } from 'vitest';
import { endOf, readFilters, startOf, writeFilters } from './filters';

const fields = ['status', 'role', 'email'] as const;

test('Filters_WrittenAndRead_AreTheSame', () => {
  const filters = { role: 'editor', email: 'a+b@example.org' };
  const address = writeFilters(fields, filters);
  expect(readFilters(fields, new URLSearchParams(address.toString()))).toEqual(filters);
});

test('Filters_SameFiltersInAnyOrder_HaveOneAddress', () => {
  expect(writeFilters(fields, { email: 'x', status: 'active' }).toString()).toBe(writeFilters(fields, { status: 'active', email: 'x' }).toString());
});

test('Filters_EmptyOrUnknown_AreLeftOut', () => {
  expect(readFilters(fields, new URLSearchParams('status=melted&role=&email=%20x%20&other=1'), { status: ['active'] })).toEqual({ email: 'x' });
  expect(writeFilters(fields, { status: ' ', role: '' }).toString()).toBe('');
});

test('Days_OneDay_ReachesFromItsStartToItsEnd', () => {
  expect(Date.parse(endOf('2026-03-31') ?? '') - Date.parse(startOf('2026-03-31') ?? '')).toBeGreaterThanOrEqual(23 * 3_600_000);
  expect(startOf(undefined)).toBeUndefined();
  expect(endOf('not a day')).toBeUndefined();
});
