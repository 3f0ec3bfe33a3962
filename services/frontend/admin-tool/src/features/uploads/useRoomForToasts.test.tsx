import { act, render } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { useRoomForToasts } from './useRoomForToasts';

let height = 0;
let resize = () => {};

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(() => height);
  vi.stubGlobal('ResizeObserver', class {
    constructor(tell: () => void) { resize = tell; }
    observe() {}
    disconnect() {}
  });
});

function Dock({ isThere }: { isThere: boolean }) {
  const dock = useRoomForToasts();
  return isThere ? <aside ref={dock} /> : null;
}

const room = () => document.documentElement.style.getPropertyValue('--toasts-above');

test('Toasts_DockGrowsAndGoes_StandAboveItAsLongAsItIsThere', () => {
  height = 80;
  const { rerender } = render(<Dock isThere />);
  expect(room()).toBe('80px');
  height = 300;
  act(() => resize());
  expect(room()).toBe('300px');
  rerender(<Dock isThere={false} />);
  expect(room()).toBe('');
});
