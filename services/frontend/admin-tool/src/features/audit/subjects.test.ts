import { expect, test } from 'vitest';
import { accountOf } from './subjects';

test('AccountOf_EitherSpelling_IsItsId', () => {
  expect(accountOf('account:0199b0a57e7d7c1f8c52f36c4a9c2b10')).toBe('0199b0a57e7d7c1f8c52f36c4a9c2b10');
  expect(accountOf('account:0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10')).toBe('0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10');
});

test('AccountOf_AnythingElse_IsNone', () => {
  expect(accountOf('service:media-catalog')).toBeNull();
  expect(accountOf('account:../users')).toBeNull();
});
