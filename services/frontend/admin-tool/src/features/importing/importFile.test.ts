import { expect, test } from 'vitest';
import { errorLines, isWorthTaking, typeOf } from './importFile';

const report = { dryRun: true, rows: 3, created: 0, updated: 0, unchanged: 3, failed: 0, problems: [], stopped: null };

test('Errors_OfRows_AreToldOneByOneInTheOrderOfTheFile', () => {
  const lines = errorLines([{ row: 7, slug: null, errors: { kind: ['is required'] } }, { row: 2, slug: 'tide', errors: { genres: ['a', 'b'], year: ['c'] } }]);
  expect(lines.map(({ row, field, message }) => `${row} ${field} ${message}`)).toEqual(['2 genres a', '2 genres b', '2 year c', '7 kind is required']);
  expect(new Set(lines.map(line => line.key)).size).toBe(4);
});
test.each([['a.JSON', '', 'application/json'], ['a.csv', 'application/vnd.ms-excel', 'text/csv'], ['a.txt', 'text/csv', 'text/csv'], ['a.xlsx', '', null]])('File_%s_IsReadAsItsKind', (name, type, kind) =>
  expect(typeOf({ name, type })).toBe(kind));
test('Trial_ThatChangesNothing_IsNotWorthTaking', () => expect([isWorthTaking(report), isWorthTaking({ ...report, updated: 1 })]).toEqual([false, true]));
