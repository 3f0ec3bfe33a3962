import { explainBy } from '@streamix/api';
import { Button, Form, useFormat } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import styles from './AuthPage.module.css';
import { decideDevice, type WaitingDevice } from './devices';

interface DeviceDecisionProps {
  device: WaitingDevice;
  email: string;
  onDone: (outcome: 'approved' | 'denied') => void;
  onStartAgain: () => void;
}

export function DeviceDecision({ device, email, onDone, onStartAgain }: DeviceDecisionProps) {
  const { t, i18n } = useTranslation('auth');
  const format = useFormat();
  const decision = useMutation({
    mutationFn: (approve: boolean) => decideDevice(device.userCode, approve),
    onSuccess: (_, approve) => onDone(approve ? 'approved' : 'denied'),
  });
  const country = device.country ? new Intl.DisplayNames([i18n.language], { type: 'region' }).of(device.country) : null;

  return (
    <Form
      className={styles.form}
      label={t('device.question')}
      error={decision.error}
      explain={explainBy({ 404: t('device.over') })}
      onSubmit={() => decision.mutate(true)}
    >
      <h2>{t('device.question')}</h2>
      <dl className={styles.facts}>
        <dt>{t('device.name')}</dt>
        <dd>
          <bdi>{device.device}</bdi>
        </dd>
        <dt>{t('device.shows')}</dt>
        <dd className={styles.address}>{device.userCode}</dd>
        <dt>{t('device.asked')}</dt>
        <dd>{format.dateTime(device.requestedAt)}</dd>
        {country && <dt>{t('device.country')}</dt>}
        {country && <dd>{country}</dd>}
        <dt>{t('device.account')}</dt>
        <dd>
          <bdi>{email}</bdi>
        </dd>
      </dl>
      <p className={styles.lead}>{t('device.warning')}</p>
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isPending={decision.isPending && decision.variables}>
          {t('device.approve')}
        </Button>
        <Button variant="danger" isPending={decision.isPending && !decision.variables} onPress={() => decision.mutate(false)}>
          {t('device.deny')}
        </Button>
        <Button variant="quiet" onPress={onStartAgain}>
          {t('device.other')}
        </Button>
      </div>
    </Form>
  );
}
