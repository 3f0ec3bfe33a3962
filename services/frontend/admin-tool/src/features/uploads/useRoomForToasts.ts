import { useEffect, useState } from 'react';

const room = '--toasts-above';

/** Messages stand above what this is the ref of, however high it becomes. */
export function useRoomForToasts(): (dock: HTMLElement | null) => void {
  const [dock, setDock] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!dock) return undefined;
    const { style } = document.documentElement;
    const tell = () => style.setProperty(room, `${dock.offsetHeight}px`);
    const watcher = new ResizeObserver(tell);
    watcher.observe(dock);
    tell();
    return () => {
      watcher.disconnect();
      style.removeProperty(room);
    };
  }, [dock]);
  return setDock;
}
