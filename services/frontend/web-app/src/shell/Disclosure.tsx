import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import styles from './Disclosure.module.css';

interface DisclosureProps {
  label: string;
  face: ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A button and what it opens. Less than a menu on purpose: the first page carries it. */
export function Disclosure({ label, face, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !whole.current?.contains(target)) setOpen(false);
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', escape);
    };
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  return (
    <div className={styles.whole} ref={whole}>
      <button aria-controls={isOpen ? id : undefined} aria-expanded={isOpen} aria-label={label} className={styles.button} onClick={() => setOpen(!isOpen)} ref={button} title={label} type="button">
        {face}
      </button>
      {isOpen && <ul className={styles.panel} id={id}>{children(close)}</ul>}
    </div>
  );
}
