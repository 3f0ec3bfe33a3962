import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';

const page = 0.85;

/** Moves along a row: by pages with buttons, by cards with the arrow keys, in the direction of reading. */
export function useShelf(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const [ends, setEnds] = useState({ start: true, end: true });

  const look = useCallback(() => {
    const at = list.current;
    if (!at) return;
    // In right-to-left rows browsers count from 0 downwards.
    const passed = Math.abs(at.scrollLeft);
    setEnds({ start: passed < 2, end: passed + at.clientWidth >= at.scrollWidth - 2 });
  }, []);

  useEffect(() => {
    look();
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, [look, count]);

  const move = useCallback((forward: boolean) => {
    const at = list.current;
    if (!at) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const way = forward === (directionOf(at) === 'ltr') ? 1 : -1;
    at.scrollBy({ left: way * at.clientWidth * page, behavior: still ? 'auto' : 'smooth' });
  }, []);

  const onKeyDown = useCallback((event: KeyboardEvent<HTMLUListElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[href]')];
    const current = links.findIndex(link => link === document.activeElement);
    if (current < 0) return;
    const forward = (event.key === 'ArrowRight') === (directionOf(event.currentTarget) === 'ltr');
    const next = links[current + (forward ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }, []);

  return { list, ends, look, move, onKeyDown };
}

function directionOf(element: Element): string {
  return getComputedStyle(element).direction || 'ltr';
}
