import { queryClient } from '@streamix/api';
import { json, platform, signInBefore } from '@streamix/api/testing';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetProfile, rememberProfile } from '../features/profiles/chosen';
import { askAhead } from './askAhead';

const nothing = json({ items: [], next: null });
const answers = { 'GET /account': json({}), 'GET /profiles': nothing, 'GET /catalog/titles': nothing };

beforeEach(() => forgetProfile());

async function asked(path: string) {
  const edge = platform(answers);
  const queries = queryClient();
  askAhead(queries, path, 'en');
  await vi.waitFor(() => expect(queries.isFetching()).toBe(0));
  return edge.calls();
}

describe('askAhead', () => {
  test('Stranger_AsksNothing', async () => {
    rememberProfile('p1');
    expect(await asked('/')).toEqual([]);
  });

  test('SignedInWithoutAProfile_AsksWhoAndWhichProfiles', async () => {
    signInBefore();
    expect(await asked('/')).toHaveLength(2);
  });

  test('Home_AsksForItsTitlesAtOnce', async () => {
    signInBefore();
    rememberProfile('p1');
    const calls = await asked('/');
    expect(calls).toHaveLength(5);
    expect(calls.filter(call => String(call).includes('/catalog/titles'))).toHaveLength(3);
  });

  test('OtherPage_AsksForNoTitles', async () => {
    signInBefore();
    rememberProfile('p1');
    expect(await asked('/account')).toHaveLength(2);
  });
});
