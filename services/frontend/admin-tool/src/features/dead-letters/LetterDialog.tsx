import { Button, ConfirmDialog, Dialog } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import type { Service } from '../operations/services';
import { useAct } from '../operations/useAct';
import { LetterContents } from './LetterContents';
import { actOn, letterQuery, type LetterAct } from './queries';

interface LetterDialogProps {
  service: Service;
  id: string;
  onClose: () => void;
}

export function LetterDialog({ service, id, onClose }: LetterDialogProps) {
  const { t } = useTranslation('operations');
  const letter = useQuery(letterQuery(service, id));
  const { act, proof } = useAct(['dead-letters', service]);
  const [isDiscarding, setDiscarding] = useState(false);
  const [isReplaying, setReplaying] = useState(false);

  const done = async (what: LetterAct) => {
    await act(() => actOn(service, id, what), what === 'replay' ? t('replayed') : t('discarded'));
    onClose();
  };
  const replay = () => {
    setReplaying(true);
    done('replay').catch(() => setReplaying(false));
  };
  return (
    <Dialog
      isOpen size="large" title={t('deadLetter')} onOpenChange={isOpen => { if (!isOpen) onClose(); }}
      actions={(
        <>
          <Button variant="danger" isDisabled={isReplaying} onPress={() => setDiscarding(true)}>{t('discard')}</Button>
          <Button variant="primary" isPending={isReplaying} onPress={replay}>{t('replay')}</Button>
        </>
      )}
    >
      <Loaded query={letter} height="20rem" level={3}>{file => <LetterContents file={file} />}</Loaded>
      <ConfirmDialog danger isOpen={isDiscarding} onOpenChange={setDiscarding} title={t('discardTitle')} body={t('discardBody')} confirmLabel={t('discard')} onConfirm={() => done('discard')} />
      {proof}
    </Dialog>
  );
}
