import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Leaving } from '../../shell/leaving';
import { useTyped } from './useTyped';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function type(text: string) {
  const settle = vi.fn();
  let isLeaving = false;
  const hook = renderHook(() => useTyped('', settle), { wrapper: ({ children }) => <Leaving value={isLeaving}>{children}</Leaving> });
  act(() => hook.result.current[1](text));
  return { settle, leave: () => { isLeaving = true; hook.rerender(); } };
}

describe('useTyped', () => {
  test('Typed_AfterAPause_Settles', () => {
    const { settle } = type(' ada ');
    expect(settle).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(settle.mock.calls).toEqual([['ada']]);
  });

  test('Typed_OnTheWayToAnotherPage_DoesNotSettle', () => {
    const { settle, leave } = type('ada');
    leave();
    vi.runAllTimers();
    expect(settle).not.toHaveBeenCalled();
  });
});
