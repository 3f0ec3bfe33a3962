import { names } from '@streamix/ui';
import type { ComponentProps } from 'react';
import { Glyph, type GlyphName } from './glyphs';
import styles from './Controls.module.css';

interface ControlButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label' | 'type'> {
  label: string;
  glyph: GlyphName;
  shortcut?: string;
}

export function ControlButton({ label, glyph, shortcut, className, ...rest }: ControlButtonProps) {
  return (
    <button {...rest} type="button" className={names(styles.button, className)} aria-label={label} aria-keyshortcuts={shortcut} title={shortcut ? `${label} (${shortcut})` : label}>
      <Glyph name={glyph} />
    </button>
  );
}
