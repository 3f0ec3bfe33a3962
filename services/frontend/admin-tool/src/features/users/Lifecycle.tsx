import { Button, ConfirmDialog, Select, TextField } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { operation } from '../../shell/roles';
import styles from '../operations/operations.module.css';
import { useAct } from '../operations/useAct';
import { useMay } from '../operations/useMay';
import { move, reasons, type Move, type Reason } from './queries';
import { movesOf } from './status';

interface LifecycleProps {
  id: string;
  status: string;
  /** Then only administrators may do something to it. */
  hasRole: boolean;
}

export function Lifecycle({ id, status, hasRole }: LifecycleProps) {
  const { t } = useTranslation('users');
  const isAdmin = useMay(operation);
  const { act, proof } = useAct(['users']);
  const [asked, setAsked] = useState<Move | null>(null);
  const [reason, setReason] = useState<Reason>('abuse');
  const [note, setNote] = useState('');
  if (hasRole && !isAdmin) return null;

  const ask = (what: Move) => {
    setReason(what === 'reinstate' ? 'other' : 'abuse');
    setNote('');
    setAsked(what);
  };
  return (
    <>
      {movesOf(status, isAdmin).map(what => <Button key={what} variant={what === 'close' ? 'danger' : 'secondary'} onPress={() => ask(what)}>{t(`moves.${what}`)}</Button>)}
      <ConfirmDialog
        isOpen={asked !== null} onOpenChange={isOpen => { if (!isOpen) setAsked(null); }} danger={asked === 'close'}
        title={asked ? t(`moves.${asked}`) : ''} confirmLabel={asked ? t(`moves.${asked}`) : ''}
        body={asked && (
          <div className={styles.stack}>
            <p>{t(`moveBodies.${asked}`)}</p>
            <Select label={t('reason')} value={reason} onChange={setReason} options={reasons.map(id => ({ id, label: t(`reasons.${id}`) }))} />
            <TextField multiline label={t('note')} description={t('noteHint')} value={note} onChange={setNote} maxLength={500} />
          </div>
        )}
        onConfirm={() => asked && act(() => move(id, asked, reason, note), t(`moved.${asked}`))}
      />
      {proof}
    </>
  );
}
