import { expect, test } from 'vitest';
import { json, nothing, platform, problem } from '.';

const at = (path: string, init?: RequestInit) => fetch(new URL(`/api/v1${path}`, location.origin), init);
const statusOf = async (path: string) => (await at(path)).status;

test('Platform_ListOfResponses_GivesThemOneAfterAnother', async () => {
  platform({ 'GET /a': [problem(503), () => json({}, 201), nothing()] });
  expect([await statusOf('/a'), await statusOf('/a'), await statusOf('/a'), await statusOf('/a')]).toEqual([503, 201, 204, 204]);
});

test('Platform_PlainValues_AreBodies', async () => {
  platform({ 'GET /list': [{ id: 1 }], 'GET /none': [], 'GET /made': ({ query }) => [query.get('q')], 'PUT /empty': () => undefined });
  expect(await (await at('/list')).json()).toEqual([{ id: 1 }]);
  expect(await (await at('/none')).json()).toEqual([]);
  expect(await (await at('/made?q=x')).json()).toEqual(['x']);
  expect((await at('/empty', { method: 'PUT' })).status).toBe(204);
});

test('Platform_Unknown_FailsLikeNoNetworkAndIsNoted', async () => {
  const { calls } = platform({});
  await expect(at('/b')).rejects.toThrow('nothing answers GET /b');
  expect(calls()).toEqual(['GET /b']);
});

test('Platform_Written_IsNotedWithItsBody', async () => {
  const { bodies, change } = platform({ 'POST /a': nothing() });
  await at('/a', { method: 'POST', body: '{"x":1}', headers: { 'Content-Type': 'application/json' } });
  change({ 'POST /a': problem(409) });
  expect((await at('/a', { method: 'POST', body: 'plain' })).status).toBe(409);
  expect(bodies('POST /a')).toEqual([{ x: 1 }, 'plain']);
});
