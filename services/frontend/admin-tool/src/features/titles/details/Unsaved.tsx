import { ConfirmDialog } from '@streamix/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/** Asks before what was written is left behind: within the page by this dialog, at its end by the browser's. */
export function Unsaved({ isDirty }: { isDirty: boolean }) {
  const { t } = useTranslation('titles');
  const blocker = useBlocker(isDirty);
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isDirty]);
  return (
    <ConfirmDialog
      title={t('unsaved.title')} body={t('unsaved.body')} confirmLabel={t('unsaved.leave')} cancelLabel={t('unsaved.stay')} danger
      isOpen={blocker.state === 'blocked'} onOpenChange={isOpen => { if (!isOpen && blocker.state === 'blocked') blocker.reset(); }} onConfirm={() => blocker.proceed?.()}
    />
  );
}
