import { describe, expect, test, vi } from 'vitest';
import { PreferenceStore, readPreferences, usual } from './preferences';

describe('Preferences', () => {
  test('Change_ThenReadByAnotherPage_IsRemembered', () => {
    new PreferenceStore(localStorage).change({ volume: 0.3, muted: true, rate: 1.5, captions: 'de/subtitles' });

    expect(new PreferenceStore(localStorage).get()).toEqual({ ...usual, volume: 0.3, muted: true, rate: 1.5, captions: 'de/subtitles' });
  });

  test.each([null, '', '{', '[]', '3', '{"volume":9,"rate":7,"muted":"yes","quality":-1,"audio":"<x>","captions":5}'])('Read_%s_IsAsUsual', text => {
    expect(readPreferences(text)).toEqual(usual);
  });

  test('Change_SomebodyListens_IsTold', () => {
    const store = new PreferenceStore(localStorage);
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    store.change({ rate: 2 });
    leave();
    store.change({ rate: 1 });

    expect(listener).toHaveBeenCalledOnce();
  });

  test('Change_StorageForbidden_HoldsForThisPage', () => {
    const forbidden = () => { throw new Error('forbidden'); };
    const store = new PreferenceStore({ getItem: forbidden, setItem: forbidden });
    store.change({ volume: 0.1 });

    expect(store.get().volume).toBe(0.1);
  });
});
