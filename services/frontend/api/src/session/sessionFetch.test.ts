import { beforeEach, describe, expect, test } from 'vitest';
import { onSessionEnded } from './channel';
import { json, platform, refused, renewed, signInBefore } from '../testing';
import { readMarker } from './marker';
import { sessionFetch } from './sessionFetch';

const refresh = 'POST /session/refresh';
const get = (path = '/api/v1/account') => sessionFetch(new Request(new URL(path, location.origin)));

describe('sessionFetch', () => {
  beforeEach(() => signInBefore());

  test('Request_TokenIsRefused_IsRenewedAndRepeatedOnce', async () => {
    const edge = platform({ 'GET /account': [refused(), json({ id: 1 })], [refresh]: [renewed()] });
    expect((await get()).status).toBe(200);
    expect(edge.calls()).toEqual(['GET /account', refresh, 'GET /account']);
  });

  test('Request_IsRefusedAgain_IsNotRepeatedForever', async () => {
    const edge = platform({ 'GET /account': [refused()], [refresh]: [renewed()] });
    expect((await get()).status).toBe(401);
    expect(edge.of('GET /account').length).toBe(2);
  });

  test('ManyRequests_TokenIsRefused_RenewOnce', async () => {
    const edge = platform({ 'GET /account': [refused(), refused(), refused(), json({})], [refresh]: [renewed()] });
    const answers = await Promise.all([get(), get(), get()]);
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 200]);
    expect(edge.of(refresh).length).toBe(1);
  });

  test('Request_WithBody_IsRepeatedWithIt', async () => {
    const edge = platform({ 'POST /profiles': [refused(), json({}, 201)], [refresh]: [renewed()] });
    await sessionFetch(new Request(new URL('/api/v1/profiles', location.origin), { method: 'POST', body: '{"name":"Ana"}' }));
    expect(edge.sent.at(-1)?.body).toBe('{"name":"Ana"}');
  });

  test('Request_TokenEndsSoon_IsRenewedBefore', async () => {
    signInBefore(10);
    const edge = platform({ 'GET /account': [json({})], [refresh]: [renewed()] });
    await get();
    expect(edge.calls()).toEqual([refresh, 'GET /account']);
    expect(readMarker()?.accessExpiresAt).toBeGreaterThan(Date.now() + 800_000);
  });

  test('Refresh_SessionIsOver_EndsItWithTheReason', async () => {
    const heard: string[] = [];
    const stop = onSessionEnded(reason => heard.push(reason));
    platform({ 'GET /account': [refused('revoked')], [refresh]: [refused('unknown')] });
    expect((await get()).status).toBe(401);
    expect([heard, readMarker()]).toEqual([['revoked'], null]);
    stop();
  });

  test('Refresh_RolesHaveChanged_GoesOn', async () => {
    platform({ 'GET /account': [refused('roles-changed'), json({})], [refresh]: [renewed()] });
    expect((await get()).status).toBe(200);
  });

  test('Refresh_NobodyCanTell_KeepsTheSession', async () => {
    platform({ 'GET /account': [refused()], [refresh]: [json({}, 503)] });
    expect((await get()).status).toBe(401);
    expect(readMarker()).not.toBeNull();
  });

  test('WrongPassword_Is401OfItsOwn_IsNotRenewed', async () => {
    const edge = platform({ 'GET /account': [json({}, 401)] });
    await get();
    expect(edge.calls()).toEqual(['GET /account']);
  });

  test('StepUp_IsAskedFor_IsNotRenewed', async () => {
    const edge = platform({ 'GET /account': [json({}, 401, { 'WWW-Authenticate': 'Bearer error="insufficient_user_authentication"' })] });
    await get();
    expect(edge.calls()).toEqual(['GET /account']);
  });

  test('Stranger_IsRefused_IsNotRenewed', async () => {
    localStorage.clear();
    const edge = platform({ 'GET /account': [refused()] });
    await get();
    expect(edge.calls()).toEqual(['GET /account']);
  });
});
