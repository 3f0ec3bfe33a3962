import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../IconButton/IconButton';
import { names } from '../names';
import styles from './Dialog.module.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
  actions?: ReactNode;
  size?: 'small' | 'medium' | 'large' | undefined;
  role?: 'dialog' | 'alertdialog' | undefined;
  /** False where leaving by Escape or a press outside would lose something. */
  isDismissable?: boolean | undefined;
}

export function Dialog(props: DialogProps) {
  const { title, isOpen, onOpenChange, children, actions, size = 'medium', role = 'dialog', isDismissable = true } = props;
  const { t } = useTranslation('ui');
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      className={names(styles.overlay)}
    >
      <Modal className={names(styles.modal, styles[size])}>
        <AriaDialog role={role} className={names(styles.dialog)}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={names(styles.title)}>
              {title}
            </Heading>
            {isDismissable && (
              <IconButton icon="close" label={t('close')} hasTooltip={false} onPress={() => onOpenChange(false)} />
            )}
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
