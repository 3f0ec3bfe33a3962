import { Badge, Button, Card, ConfirmDialog, Notice, toast } from '@streamix/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import { renewCodes, switchOff } from './twoStepApi';
import { useProven } from './useProven';

interface TwoStepOnProps {
  codesLeft: number;
  onCodes: (codes: readonly string[]) => void;
  onOff: () => unknown;
}

const few = 3;

export function TwoStepOn({ codesLeft, onCodes, onOff }: TwoStepOnProps) {
  const { t } = useTranslation('account');
  const [asked, setAsked] = useState<'off' | 'codes' | null>(null);
  const proven = useProven();
  const sayFailed = () => toast(t('failed'), { kind: 'danger' });
  const off = useMutation({
    mutationFn: () => proven.run(switchOff),
    onSuccess: async done => {
      if (!done) return;
      toast(t('twoStep.isOff'), { kind: 'success' });
      await onOff();
    },
    onError: sayFailed,
  });
  const renewal = useMutation({
    mutationFn: () => proven.run(renewCodes),
    onSuccess: renewed => {
      if (renewed) onCodes(renewed.done);
    },
    onError: sayFailed,
  });

  return (
    <Card as="section" title={t('twoStep.title')} actions={<Badge kind="success">{t('twoStep.on')}</Badge>}>
      <div className={styles.stack}>
        <p>{t('twoStep.onBody')}</p>
        <p>{t('codes.left', { number: codesLeft })}</p>
        {codesLeft < few && <Notice kind="warning">{t('codes.few')}</Notice>}
        <div className={styles.actions}>
          <Button isPending={renewal.isPending} onPress={() => setAsked('codes')}>
            {t('codes.renew')}
          </Button>
          <Button variant="danger" isPending={off.isPending} onPress={() => setAsked('off')}>
            {t('twoStep.switchOff')}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        danger={asked === 'off'}
        title={t(asked === 'off' ? 'twoStep.offTitle' : 'codes.renewTitle')}
        body={t(asked === 'off' ? 'twoStep.offWarning' : 'codes.renewBody')}
        confirmLabel={t(asked === 'off' ? 'twoStep.confirmOff' : 'codes.confirmRenew')}
        isOpen={asked !== null}
        onOpenChange={open => {
          if (!open) setAsked(null);
        }}
        onConfirm={() => (asked === 'off' ? off : renewal).mutate()}
      />
      {proven.dialog}
    </Card>
  );
}
