import { useEffect } from 'react';
import { commandOf, isTakenBy } from './keymap';
import { type Reach, runCommand } from './runCommand';

/** Keys work wherever the focus is, unless what has it uses them itself. */
export function useKeyboard(reach: Reach, enabled: boolean, stir: () => void): void {
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      stir();
      if (event.defaultPrevented || isTakenBy(event.target, event.key)) return;
      const command = commandOf(event);
      if (!command) return;
      const repeats = command.kind === 'seek-by' || command.kind === 'volume-by';
      if (command.kind !== 'close') event.preventDefault();
      if (!event.repeat || repeats) runCommand(command, reach);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [reach, enabled, stir]);
}
