import { Badge, Button, Card, ConfirmDialog, Meter, useFormat } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../operations/Facts';
import styles from '../operations/operations.module.css';
import { useAct } from '../operations/useAct';
import { turn, type Edge } from './queries';
import { conditionKinds, stateKinds, turnsOf } from './states';

export function EdgeCard({ edge }: { edge: Edge }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { act, proof } = useAct(['edges']);
  const [asked, setAsked] = useState<Edge['state'] | null>(null);
  const load = edge.capacity > 0 ? edge.bitsPerSecond / edge.capacity : 0;
  return (
    <Card as="li" title={edge.name}>
      <div className={styles.stack}>
        <div className={styles.row}>
          <Badge kind={stateKinds[edge.state]}>{t(`edgeStates.${edge.state}`)}</Badge>
          <Badge kind={conditionKinds[edge.condition]}>{t(`conditions.${edge.condition}`)}</Badge>
          <span className={styles.note}>{t(`edgeKinds.${edge.kind}`)} · <bdi>{edge.region}</bdi></span>
        </div>
        <Meter label={t('load')} value={Math.min(100, Math.round(load * 100))} valueLabel={t('loadOf', { now: format.bitrate(edge.bitsPerSecond), capacity: format.bitrate(edge.capacity) })} kind={load > 0.9 ? 'danger' : load > 0.7 ? 'warning' : 'success'} />
        <Facts
          facts={[
            [t('connections'), format.number(edge.connections)], [t('hits'), format.percent(edge.hitRatio, 1)], [t('cached'), format.bytes(edge.cacheBytes)],
            [t('weight'), format.number(edge.weight)], [t('reported'), edge.reportedAt ? format.relative(edge.reportedAt) : t('never')],
          ]}
        />
        <div className={styles.row}>
          {turnsOf(edge.state).map(state => <Button key={state} size="small" aria-label={t('turnEdge', { act: t(`turns.${state}`), edge: edge.name })} onPress={() => setAsked(state)}>{t(`turns.${state}`)}</Button>)}
        </div>
      </div>
      <ConfirmDialog
        isOpen={asked !== null} onOpenChange={isOpen => { if (!isOpen) setAsked(null); }} danger={asked === 'off'} title={asked ? t('turnEdge', { act: t(`turns.${asked}`), edge: edge.name }) : ''}
        confirmLabel={asked ? t(`turns.${asked}`) : ''} body={asked ? t(`turnBodies.${asked}`) : ''} onConfirm={() => asked && act(() => turn(edge.name, asked), t('edgeTurned', { edge: edge.name }))}
      />
      {proof}
    </Card>
  );
}
