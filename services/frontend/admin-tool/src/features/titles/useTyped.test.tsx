import { ActiveRouter } from '@streamix/ui';
import { act, renderHook } from '@testing-library/react';
import { createMemoryRouter, MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { useTyped } from './useTyped';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function type(text: string) {
  const settle = vi.fn();
  const router = createMemoryRouter([{ path: '*' }]);
  const wrapper = ({ children }: { children: React.ReactNode }) => <ActiveRouter value={router}><MemoryRouter>{children}</MemoryRouter></ActiveRouter>;
  const { result } = renderHook(() => useTyped('', settle), { wrapper });
  act(() => result.current[1](text));
  return { settle, router };
}

describe('useTyped', () => {
  test('Typed_AfterAPause_SettlesOnce', () => {
    const { settle } = type(' ada ');
    expect(settle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(settle.mock.calls).toEqual([['ada']]);
  });

  test('Typed_OnTheWayToAnotherPage_DoesNotSettle', async () => {
    const { settle, router } = type('ada');
    await router.navigate('/elsewhere');
    vi.advanceTimersByTime(1000);
    expect(settle).not.toHaveBeenCalled();
  });
});
