import { describe, expect, expectTypeOf, test } from 'vitest';
import { api, newIdempotencyKey, type Schemas } from './client';
import { json, nothing, platform } from './testing';
import { unwrap, unwrapWithETag } from './unwrap';

const account = 'GET /account';

describe('api', () => {
  test('Request_Any_GoesToOurOriginWithAnIdToFindItBy', async () => {
    const edge = platform({ [account]: [json({ id: 'a' })] });
    await unwrap(api.GET('/api/v1/account'));
    expect(edge.sent[0]?.url.href).toBe(`${location.origin}/api/v1/account`);
    expect(edge.sent[0]?.headers.get('X-Correlation-Id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('Unwrap_Problem_IsThrown', async () => {
    platform({ [account]: [json({ title: 'Not found', code: 'gone' }, 404)] });
    await expect(unwrap(api.GET('/api/v1/account'))).rejects.toMatchObject({ status: 404, code: 'gone', offline: false });
  });

  test('Unwrap_NoNetwork_IsOffline', async () => {
    platform({});
    await expect(unwrap(api.GET('/api/v1/account'))).rejects.toMatchObject({ status: 0, offline: true });
  });

  test('Unwrap_NoContent_IsFine', async () => {
    platform({ 'POST /session/sign-out': nothing() });
    await expect(unwrap(api.POST('/api/v1/session/sign-out', {}))).resolves.toBeUndefined();
  });

  test('Unwrap_Aborted_StaysAnAbort', async () => {
    platform({ [account]: [() => { throw new DOMException('stopped', 'AbortError'); }] });
    await expect(unwrap(api.GET('/api/v1/account'))).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('ETag_OfAnswer_ComesWithTheData', async () => {
    platform({ [account]: [json({ id: 'a' }, 200, { ETag: '"7"' })] });
    expect(await unwrapWithETag(api.GET('/api/v1/account'))).toEqual({ data: { id: 'a' }, etag: '"7"' });
  });

  test('IdempotencyKey_EachTime_IsAnother', () => {
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
  });

  test('Types_OfTheDocument_AreWhatTheFacesRestOn', () => {
    const read = () => unwrap(api.GET('/api/v1/account'));
    expectTypeOf(read).returns.resolves.toEqualTypeOf<Schemas['UsersAccount.AccountView']>();
    expectTypeOf<Schemas['UsersAccount.AccountView']['roles']>().toEqualTypeOf<string[]>();
    expectTypeOf<Schemas['UsersAccount.AccountView']['givenName']>().toEqualTypeOf<string | null>();
    expectTypeOf<Schemas['UsersProfile.ProfileView']['maturity']>().toEqualTypeOf<number>();
    expectTypeOf<Schemas['AuthSession.SessionTokens']['accessExpiresAt']>().toEqualTypeOf<string>();
  });
});
