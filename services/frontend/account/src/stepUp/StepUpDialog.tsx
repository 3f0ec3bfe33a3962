import { Dialog, ErrorState, Skeleton } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { factorsQuery, methodsOf } from './prove';
import { StepUpForm } from './StepUpForm';

interface StepUpDialogProps {
  isOpen: boolean;
  onProven: () => void;
  onCancel: () => void;
}

/** Asks once more who it is, by a way this account has. */
export function StepUpDialog({ isOpen, onProven, onCancel }: StepUpDialogProps) {
  const { t } = useTranslation('proof');
  return (
    <Dialog
      size="small"
      title={t('stepUp.title')}
      isOpen={isOpen}
      onOpenChange={open => {
        if (!open) onCancel();
      }}
    >
      {/* Events of a dialog rise to the form that it was asked in. */}
      <div onSubmit={event => event.stopPropagation()}>
        <Methods onProven={onProven} />
      </div>
    </Dialog>
  );
}

function Methods({ onProven }: { onProven: () => void }) {
  const factors = useQuery(factorsQuery);
  if (factors.isError) return <ErrorState error={factors.error} onRetry={() => void factors.refetch()} />;
  if (factors.isPending) return <Skeleton height="12rem" />;
  return <StepUpForm methods={methodsOf(factors.data)} email={factors.data.email} onProven={onProven} />;
}
