import { Dialog } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../Loaded';
import { factorsQuery, methodsOf } from './prove';
import { StepUpForm } from './StepUpForm';

interface StepUpDialogProps {
  isOpen: boolean;
  onEnd: (isProven: boolean) => void;
}

export function StepUpDialog({ isOpen, onEnd }: StepUpDialogProps) {
  const { t } = useTranslation('operations');
  return (
    <Dialog size="small" title={t('stepUp.title')} isOpen={isOpen} onOpenChange={open => { if (!open) onEnd(false); }}>
      <Proof onProven={() => onEnd(true)} />
    </Dialog>
  );
}

function Proof({ onProven }: { onProven: () => void }) {
  const factors = useQuery(factorsQuery);
  return <Loaded query={factors} height="12rem">{known => <StepUpForm methods={methodsOf(known)} onProven={onProven} />}</Loaded>;
}
