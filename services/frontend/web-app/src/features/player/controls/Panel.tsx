import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ControlButton } from './ControlButton';
import styles from './Panel.module.css';

interface PanelProps {
  title: string;
  onClose: () => void;
  onBack?: (() => void) | undefined;
  /** Nothing else can be reached while it is open. */
  modal?: boolean;
  children: ReactNode;
}

const focusable = 'button:not(:disabled), input:not(:disabled), a[href], [tabindex="0"]';

/** A dialog within the player, as those of the page are not seen in full screen. */
export function Panel({ title, onClose, onBack, modal = false, children }: PanelProps) {
  const { t } = useTranslation('player');
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.focus();
    return () => { if (opener instanceof HTMLElement && opener.isConnected) opener.focus(); };
  }, []);

  return (
    <div
      ref={panel} className={modal ? styles.modal : styles.panel} role="dialog" aria-modal={modal} aria-label={title} tabIndex={-1}
      onKeyDown={event => {
        if (event.key === 'Tab') keepWithin(event.nativeEvent, panel.current);
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        (onBack ?? onClose)();
      }}
    >
      <div className={styles.head}>
        {onBack && <ControlButton className={styles.turning} label={t('panel.back')} glyph="arrow" onClick={onBack} />}
        <h2 className={styles.title}>{title}</h2>
        <ControlButton label={t('panel.close')} glyph="close" onClick={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
    </div>
  );
}

function keepWithin(event: KeyboardEvent, panel: HTMLElement | null): void {
  const all = [...panel?.querySelectorAll<HTMLElement>(focusable) ?? []];
  const [first, last] = [all[0], all.at(-1)];
  const { activeElement } = document;
  if (event.shiftKey && (activeElement === first || activeElement === panel)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && activeElement === last) {
    event.preventDefault();
    first?.focus();
  }
}
