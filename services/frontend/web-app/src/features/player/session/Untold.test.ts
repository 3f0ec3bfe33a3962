import { describe, expect, test, vi } from 'vitest';
import { aProblem, heard } from '../testing/answers';
import { Untold } from './Untold';

const left = { playbackId: 'before', sequence: 7, positions: [{ position: 12, playedAt: '2026-01-01T00:00:00Z' }] };
const apiOf = (beat: () => Promise<ReturnType<typeof heard>>) => ({ beat: vi.fn(beat), start: vi.fn(), renew: vi.fn() });

describe('Untold', () => {
  test('Tell_LeftByAPageBefore_IsToldOnceAndForgotten', async () => {
    const untold = new Untold(localStorage);
    untold.keep(left);
    const api = apiOf(() => Promise.resolve(heard()));
    await untold.tell(api, 'mine');
    await untold.tell(api, 'mine');

    expect(api.beat).toHaveBeenCalledExactlyOnceWith('before', { sequence: 8, positions: left.positions, quality: null, ended: true }, false);
    expect(untold.read()).toEqual([]);
  });

  test.each([[heard({ kept: false }), null], [null, aProblem(503)], [null, aProblem(0, { offline: true })]])('Tell_NotTaken_StaysForLater', async (answer, error) => {
    const untold = new Untold(localStorage);
    untold.keep(left);
    await untold.tell(apiOf(() => answer ? Promise.resolve(answer) : Promise.reject(error)), 'mine');

    expect(untold.read()).toEqual([left]);
  });

  test('Tell_NobodyKnowsThePlayback_IsForgotten', async () => {
    const untold = new Untold(localStorage);
    untold.keep(left);
    await untold.tell(apiOf(() => Promise.reject(aProblem(404))), 'mine');

    expect(untold.read()).toEqual([]);
  });

  test.each(['', 'no json', '{"a":1}', '[{"playbackId":1}]', '[{"playbackId":"x","sequence":1,"positions":[{"position":"1"}]}]'])('Read_Nonsense_IsNothing', stored => {
    localStorage.setItem('streamix.player.untold', stored);

    expect(new Untold(localStorage).read()).toEqual([]);
  });

  test('Keep_StorageFull_PlaysOn', () => {
    const full = { getItem: () => null, removeItem: () => undefined, setItem: () => { throw new Error('full'); } };

    expect(() => new Untold(full).keep(left)).not.toThrow();
  });
});
