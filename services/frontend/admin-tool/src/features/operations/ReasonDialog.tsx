import { ConfirmDialog, TextField } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ReasonDialogProps {
  title: string;
  /** What will happen. */
  lead: string;
  danger?: boolean;
  longest?: number;
  onConfirm: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks why before it does a thing; the answer goes into the audit log. Rendered only while it is open. */
export function ReasonDialog({ title, lead, danger, longest = 200, onConfirm, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('operations');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);

  const confirm = async () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') throw new Error('no reason');
    await onConfirm(reason.trim());
  };
  return (
    <ConfirmDialog
      isOpen title={title} confirmLabel={title} danger={danger} onConfirm={confirm} onOpenChange={isOpen => { if (!isOpen) onClose(); }}
      body={(
        <>
          <p>{lead}</p>
          <TextField label={t('why')} description={t('whyHint')} isRequired maxLength={longest} value={reason} onChange={setReason} error={isMissing && !reason.trim() ? t('whyMissing') : undefined} />
        </>
      )}
    />
  );
}
