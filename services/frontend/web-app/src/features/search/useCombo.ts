import { useState, type KeyboardEvent } from 'react';

interface Handlers {
  /** What the lines are; the active one stays it wherever it moves, and is none once it is gone. */
  ids: readonly string[];
  onChoose: (index: number) => void;
  onSubmit: () => void;
}

/** Keys of a field with a list below it, as the ARIA patterns have them: the focus stays in the field. */
export function useCombo({ ids, onChoose, onSubmit }: Handlers) {
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState<string | null>(null);
  const count = ids.length;
  const active = isOpen && wanted !== null ? ids.indexOf(wanted) : -1;
  const isShown = isOpen && count > 0;

  const close = () => {
    setOpen(false);
    setWanted(null);
  };
  const open = () => {
    setOpen(true);
    setWanted(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place before the first stands for the field itself.
      setWanted(ids[((active + 1 + step + count + 1) % (count + 1)) - 1] ?? null);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      close();
      if (active >= 0) onChoose(active);
      else onSubmit();
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      close();
    }
  };

  return { isShown, active, open, close, onKeyDown };
}
