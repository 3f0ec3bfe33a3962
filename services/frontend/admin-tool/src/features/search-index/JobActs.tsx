import { Button } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../operations/ReasonDialog';
import { useAct } from '../operations/useAct';
import { start, type Kind } from './queries';

const kinds: readonly Kind[] = ['check', 'repair', 'rebuild'];

/** One job runs at a time. */
export function JobActs({ isRunning }: { isRunning: boolean }) {
  const { t } = useTranslation('operations');
  const { act, proof } = useAct(['indexing']);
  const [asked, setAsked] = useState<Kind | null>(null);
  return (
    <>
      {kinds.map(kind => <Button key={kind} isDisabled={isRunning} onPress={() => setAsked(kind)}>{t(`indexActs.${kind}`)}</Button>)}
      {asked && (
        <ReasonDialog title={t(`indexActs.${asked}`)} lead={t(`indexLeads.${asked}`)} longest={500} onClose={() => setAsked(null)} onConfirm={reason => act(() => start(asked, reason), t('jobStarted'))} />
      )}
      {proof}
    </>
  );
}
