import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button/Button';
import { Dialog } from '../Dialog/Dialog';
import styles from './ConfirmDialog.module.css';

export interface ConfirmDialogProps {
  title: string;
  body: ReactNode;
  confirmLabel: string;
  cancelLabel?: string | undefined;
  danger?: boolean | undefined;
  /** The dialog stays, busy, until a promise given here is kept; a broken one leaves it open. */
  onConfirm: () => unknown;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  isPending?: boolean | undefined;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, body, confirmLabel, cancelLabel, danger, onConfirm, isOpen, onOpenChange, isPending } = props;
  const { t } = useTranslation('ui');
  const [isWorking, setWorking] = useState(false);

  const confirm = async () => {
    setWorking(true);
    try {
      await onConfirm();
      onOpenChange(false);
    } catch {
      // Whoever confirms says what failed, by a toast or in the body; the question stays open.
    } finally {
      setWorking(false);
    }
  };

  return (
    <Dialog
      role="alertdialog"
      size="small"
      title={title}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      actions={
        <>
          <Button variant="quiet" autoFocus={danger ?? false} onPress={() => onOpenChange(false)}>
            {cancelLabel ?? t('cancel')}
          </Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            isPending={isWorking || (isPending ?? false)}
            onPress={() => void confirm()}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className={styles.body}>{body}</div>
    </Dialog>
  );
}
