import { Button, ConfirmDialog, Progress, useFormat } from '@streamix/ui';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../operations/operations.module.css';
import type { Service } from '../operations/services';
import { useAct } from '../operations/useAct';
import { replaySome, type LetterFilters } from './queries';
import { outcomeOf, replayAll, type Replayed } from './replayAll';

interface ReplayAllProps {
  service: Service;
  filters: LetterFilters;
  isEmpty: boolean;
}

/** Replays whatever the filter finds, call by call, and can be stopped between two of them. */
export function ReplayAll({ service, filters, isEmpty }: ReplayAllProps) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { act, proof } = useAct(['dead-letters', service]);
  const [isAsking, setAsking] = useState(false);
  const [now, setNow] = useState<Replayed | null>(null);
  const [running, setRunning] = useState<AbortController | null>(null);
  const last = useRef<AbortController>(null);
  useEffect(() => () => last.current?.abort(), []);

  const run = async () => {
    const stop = new AbortController();
    last.current = stop;
    setRunning(stop);
    setNow(null);
    // A proof asked for in the middle must not begin anew: each call is an act of its own.
    await replayAll(after => act(() => replaySome(service, filters, after)), setNow, stop.signal).catch(() => {}).finally(() => setRunning(null));
  };
  const numbers = now && { replayed: format.number(now.replayed), failed: format.number(now.failed) };
  return (
    <div className={styles.stack}>
      {!isEmpty && !running && <div><Button onPress={() => setAsking(true)}>{t('replayAll')}</Button></div>}
      {running && (
        <div className={styles.row}>
          <Progress label={numbers ? t('replayingSoFar', numbers) : t('replaying')} />
          <Button onPress={() => running.abort()}>{t('stop')}</Button>
        </div>
      )}
      <p className={styles.note} role="status">{!running && now && numbers ? t(`outcomes.${outcomeOf(now)}`, numbers) : ''}</p>
      <ConfirmDialog isOpen={isAsking} onOpenChange={setAsking} title={t('replayAll')} confirmLabel={t('replayAll')} body={t('replayAllBody', { service })} onConfirm={() => { void run(); }} />
      {proof}
    </div>
  );
}
