import { useEffect, useState, type RefObject } from 'react';

const ahead = '500px 0px';

/** True from when an element comes near the screen. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || !element.current) return;
    if (!('IntersectionObserver' in window)) {
      setNear(true);
      return;
    }
    const observer = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) setNear(true);
    }, { rootMargin: ahead });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, near]);
  return near;
}
